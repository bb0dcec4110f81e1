namespace Cooperator.Api.Features.Members;

/// <summary>What a member may do in the co-op, see docs/domain.md "Who may".</summary>
public enum Role
{
    /// <summary>The board.</summary>
    Admin,
    Maintainer,
    Resident,

    /// <summary>Reads only: an auditor, the federation, a guest.</summary>
    Observer,
}
