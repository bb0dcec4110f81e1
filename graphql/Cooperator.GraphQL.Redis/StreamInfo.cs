using Cooperator.GraphQL.Redis.Resp;

namespace Cooperator.GraphQL.Redis;

/// <summary>What the server knows of a stream.</summary>
/// <param name="WasTrimmed">Whether it had entries that it no longer has.</param>
/// <param name="First">Its oldest entry; null when it has none.</param>
/// <param name="Last">The newest entry it ever had.</param>
internal sealed record StreamInfo(bool WasTrimmed, StreamPosition? First, StreamPosition Last)
{
    /// <summary>Reads the reply to <c>XINFO STREAM</c>.</summary>
    public static StreamInfo From(RespValue about) =>
        new(
            about.Field("entries-added").Number > about.Field("length").Number,
            about.Field("first-entry") is { Kind: RespKind.Items } oldest
                ? StreamPosition.Parse(oldest.Items[0].Text)
                : null,
            StreamPosition.Parse(about.Field("last-generated-id").Text)
        );
}
