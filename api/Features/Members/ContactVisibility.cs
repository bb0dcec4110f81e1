namespace Cooperator.Api.Features.Members;

/// <summary>Who may see a contact detail; each member decides for each detail.</summary>
public enum ContactVisibility
{
    /// <summary>Everyone in the co-op but observers.</summary>
    Members,

    /// <summary>Administrators only.</summary>
    Board,
}
