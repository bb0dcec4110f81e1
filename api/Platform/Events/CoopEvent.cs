using System.Text.Json;

namespace Cooperator.Api.Platform.Events;

/// <summary>Something that happened and was committed.</summary>
public sealed record CoopEvent(
    long Id,
    Guid CoopId,
    DateTimeOffset At,
    Guid? ActorMemberId,
    string Kind,
    string SubjectType,
    Guid SubjectId,
    JsonElement Payload
)
{
    /// <summary>The topic that tells of all subjects of one type in one co-op.</summary>
    public static string Topic(Guid coopId, string subjectType) => $"coop:{coopId}:{subjectType}";

    /// <summary>The topic that tells of everything in one co-op.</summary>
    public static string TopicOfAll(Guid coopId) => $"coop:{coopId}";
}
