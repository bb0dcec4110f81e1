using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Members;

/// <param name="GivenName">May be empty for people with one name.</param>
/// <param name="FamilyName">May be empty for people with one name.</param>
/// <param name="Email">Where the member can be reached.</param>
/// <param name="Phone">Where the member can be reached.</param>
/// <param name="Language">The language of letters; the co-op's own when absent.</param>
/// <param name="JoinedOn">The first day as a member.</param>
/// <param name="Role">What the member may do.</param>
public sealed record AddMemberInput(
    string GivenName,
    string FamilyName,
    string? Email,
    string? Phone,
    Language? Language,
    DateOnly JoinedOn,
    Role Role = Role.Resident
)
{
    internal ContactChange Contact => new(Email, Phone, ContactVisibility.Board, ContactVisibility.Board);
}

/// <summary>What is absent stays as it is; null removes it.</summary>
public sealed record ChangeContactDetailsInput(
    [property: ID<Member>] Guid MemberId,
    Optional<string?> Email,
    Optional<string?> Phone,
    Optional<ContactVisibility> EmailVisibility,
    Optional<ContactVisibility> PhoneVisibility
);
