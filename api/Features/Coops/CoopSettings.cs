namespace Cooperator.Api.Features.Coops;

/// <summary>What a co-op chooses for itself; kept as one JSON document.</summary>
public sealed record CoopSettings
{
    /// <summary>Whether a member's visible contact details are shown to observers too.</summary>
    public bool ObserversSeeContacts { get; init; }
}
