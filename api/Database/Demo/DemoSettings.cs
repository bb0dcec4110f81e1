namespace Cooperator.Api.Database.Demo;

/// <summary>The section <c>Demo</c>.</summary>
public sealed record DemoSettings
{
    /// <summary>Whether the demo co-ops are loaded into an empty database. Default: with the embedded database only.</summary>
    public bool? Enabled { get; init; }
}
