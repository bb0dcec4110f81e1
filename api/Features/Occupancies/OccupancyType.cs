using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Occupancies;

[ObjectType<Occupancy>(
    nameof(Occupancy.Id),
    nameof(Occupancy.Capacity),
    nameof(Occupancy.Primary),
    nameof(Occupancy.From),
    nameof(Occupancy.Until),
    nameof(Occupancy.RecordedAt)
)]
public static class OccupancyType
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<Occupancy?> GetOccupancyByIdAsync(Guid id, OccupanciesById occupancies, CancellationToken ct) =>
        occupancies.LoadAsync(id, ct);

    public static async Task<Unit> GetUnitAsync([Parent] Occupancy occupancy, UnitsById units, CancellationToken ct) =>
        (await units.LoadAsync(occupancy.UnitId, ct))!;

    /// <summary>The household that lives there; null when it is a member alone.</summary>
    public static async Task<Household?> GetHouseholdAsync(
        [Parent] Occupancy occupancy,
        HouseholdsById households,
        CancellationToken ct
    ) => occupancy.HouseholdId is { } id ? await households.LoadAsync(id, ct) : null;

    /// <summary>The member who lives there alone; null when it is a household.</summary>
    public static async Task<Member?> GetMemberAsync(
        [Parent] Occupancy occupancy,
        MembersById members,
        CancellationToken ct
    ) => occupancy.MemberId is { } id ? await members.LoadAsync(id, ct) : null;

    /// <summary>Who told the co-op; null for what was copied from older lists.</summary>
    public static async Task<Member?> GetRecordedByAsync(
        [Parent] Occupancy occupancy,
        MembersById members,
        CancellationToken ct
    ) => occupancy.RecordedById is { } id ? await members.LoadAsync(id, ct) : null;
}
