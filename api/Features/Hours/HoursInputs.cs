using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Hours;

/// <summary>Hours that the board writes into the ledger, the same for each of the members.</summary>
/// <param name="MemberIds">Whose; everybody at a meeting at once.</param>
/// <param name="Kind">What for.</param>
/// <param name="Hours">To the hundredth; below zero only in a correction.</param>
/// <param name="WorkedOn">The day the hours belong to; today when absent.</param>
/// <param name="Reason">Shown to the member and to the board.</param>
public sealed record RecordHoursInput(
    [property: ID<Member>] IReadOnlyList<Guid> MemberIds,
    HandwrittenKind Kind,
    decimal Hours,
    DateOnly? WorkedOn,
    string Reason
);

/// <param name="MemberId">Who.</param>
/// <param name="From">The first day; today when absent.</param>
/// <param name="Until">The last day; absent while no end is known.</param>
/// <param name="Reason">Shown to the member and to the board only.</param>
/// <param name="OwedPercent">How much of the quota is still owed: 0 for nothing, and no duties either.</param>
public sealed record ExemptFromWorkInput(
    [property: ID<Member>] Guid MemberId,
    DateOnly? From,
    DateOnly? Until,
    string Reason,
    int OwedPercent = 0
);
