using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Units;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Occupancies;

/// <param name="UnitId">Where.</param>
/// <param name="HouseholdId">Who, if a household.</param>
/// <param name="MemberId">Who, if one member alone.</param>
/// <param name="NewHousehold">Who, if members begin to live together here; it is formed on the first day.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, when it is known.</param>
/// <param name="Capacity">As what.</param>
/// <param name="Primary">Whether this is the one use of the unit as a home.</param>
public sealed record MoveInInput(
    [property: ID<Unit>] Guid UnitId,
    [property: ID<Household>] Guid? HouseholdId,
    [property: ID<Member>] Guid? MemberId,
    NewHousehold? NewHousehold,
    DateOnly From,
    DateOnly? Until,
    OccupancyCapacity Capacity = OccupancyCapacity.Tenant,
    bool Primary = true
);

/// <summary>What is absent was right.</summary>
public sealed record CorrectOccupancyInput(
    [property: ID<Occupancy>] Guid OccupancyId,
    Optional<DateOnly> From,
    Optional<DateOnly?> Until,
    Optional<OccupancyCapacity> Capacity
);
