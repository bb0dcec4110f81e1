using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>
/// Moves the members of a list into their homes: those of one unit at one time form a household, or join the one that
/// lives there. First every row is settled, then <see cref="MoveIn"/> forms the households, when all who live in a unit
/// are known.
/// </summary>
internal sealed class HomeImport(
    CooperatorDbContext db,
    ColumnMap columns,
    List<ImportFault> faults,
    Recording recording
)
{
    private readonly List<Settler> settlers = [];
    private Dictionary<Guid, Household> households = [];
    private ByName<Building> buildings = new([], b => b.Name);
    private ByName<Unit> units = new([], u => u.Number);
    private Dictionary<Guid, List<Occupancy>> timelines = [];
    private Dictionary<Guid, List<HouseholdMembership>> memberships = [];
    private ILookup<Guid, Occupancy> ownHomes = Array.Empty<Occupancy>().ToLookup(o => o.Id);
    private ILookup<Guid, Occupancy> householdHomes = Array.Empty<Occupancy>().ToLookup(o => o.Id);

    public Administration Administration { get; private set; } = null!;

    public Language CoopLanguage { get; private set; }

    public async Task LoadAsync(CancellationToken ct)
    {
        Administration = await Administration.LoadAsync(db, ct);
        CoopLanguage = await db.CoopLanguageAsync(ct);
        var homes = await db.Households.AsTracking().Include(h => h.Memberships).ToListAsync(ct);
        var known = await db.Occupancies.AsTracking().Known().ToListAsync(ct);
        households = homes.ToDictionary(h => h.Id);
        buildings = new(await db.Buildings.AsTracking().ToListAsync(ct), b => b.Name);
        units = new(await db.Units.AsTracking().ToListAsync(ct), u => u.Number);
        timelines = known.GroupBy(o => o.UnitId).ToDictionary(g => g.Key, g => g.ToList());
        memberships = homes
            .SelectMany(h => h.Memberships)
            .GroupBy(m => m.MemberId)
            .ToDictionary(g => g.Key, g => g.ToList());
        ownHomes = known.Where(o => o.MemberId is not null).ToLookup(o => o.MemberId!.Value);
        householdHomes = known.Where(o => o.HouseholdId is not null).ToLookup(o => o.HouseholdId!.Value);
    }

    /// <summary>How many rows move somebody so far.</summary>
    public int Moves => settlers.Count;

    /// <summary>
    /// Notes where the member of a row lives, until <paramref name="leftOn"/> at most; false, with a fault, when that can
    /// not be.
    /// </summary>
    public bool Settle(Member member, MemberRow row, DateOnly? leftOn)
    {
        if (row.Home is not { } home)
        {
            return true;
        }

        if (leftOn < home.Since)
        {
            faults.Add(
                columns.At(
                    MemberList.LivesThereSince,
                    row.Line,
                    $"{home.Since:yyyy-MM-dd}",
                    "MEMBERSHIP_NOT_CURRENT",
                    $"Nobody moves in after leaving, here on {leftOn:yyyy-MM-dd}."
                )
            );
            return false;
        }

        if (FindUnit(home, row.Line) is not { } unit)
        {
            return false;
        }

        var days = new DaySpan(home.Since, leftOn);
        var current = HomesOf(member.Id).Where(o => o.Days.Overlaps(days)).ToList();
        if (current.Exists(o => o.UnitId == unit.Id))
        {
            return true;
        }

        if (current.Count > 0)
        {
            faults.Add(
                columns.At(
                    MemberList.Unit,
                    row.Line,
                    home.Unit,
                    "OTHER_HOME",
                    "This person is known to live elsewhere then. Moves are entered on the unit's page."
                )
            );
            return false;
        }

        settlers.Add(new Settler(member, unit, home.Household, days, row.Line));
        return true;
    }

    /// <summary>What ending a membership means for the homes, as when it is ended on the member's page.</summary>
    public void Leave(Member member, DateOnly leftOn)
    {
        var givenUp = member.DaysGivenUp(leftOn);
        var own = (memberships.GetValueOrDefault(member.Id) ?? [])
            .Select(m => m.HouseholdId)
            .Distinct()
            .Select(id => households[id])
            .ToList();
        var kept = Departure.UnitKept(
            member.Id,
            givenUp,
            own,
            ownHomes[member.Id].Concat(own.SelectMany(h => householdHomes[h.Id]))
        );
        if (kept is { } unitId)
        {
            throw new MemberStillLivesHereException(units.All.First(u => u.Id == unitId).Number);
        }

        Departure.LeaveHouseholds(member.Id, givenUp, own);
    }

    /// <summary>Forms the households and lets the units.</summary>
    public void MoveIn()
    {
        foreach (var unit in settlers.GroupBy(s => s.Unit))
        {
            foreach (var group in Groups(unit))
            {
                try
                {
                    LetTo(unit.Key, group);
                }
                catch (RefusalException refusal)
                {
                    faults.AddRange(group.Select(settler => RefusalFault.Of(refusal, settler.Line)));
                }
            }
        }
    }

    private void LetTo(Unit unit, List<Settler> group)
    {
        var from = group.Min(s => s.Days.From);
        var until = group.Exists(s => s.Days.Until is null) ? null : group.Max(s => s.Days.Until);
        var days = new DaySpan(from, until);
        var timeline = timelines.GetValueOrDefault(unit.Id) ?? (timelines[unit.Id] = []);

        var household = LivingThere(timeline, days, group[0].HouseholdName);
        if (household is null)
        {
            // A home needs somebody who lives in it, on each of its days.
            if (days.FirstDayOutside(group.Select(s => s.Days)) is { } empty)
            {
                throw new HouseholdEmptyException(empty);
            }

            household = Household.Form(group[0].HouseholdName ?? NameOf(group));
            var occupancy = unit.MoveIn(
                Occupant.Of(household),
                new OccupancyTerms(OccupancyCapacity.Tenant, Primary: true, days),
                new Timeline(timeline),
                recording
            );
            db.Households.Add(household);
            db.Occupancies.Add(occupancy);
            timeline.Add(occupancy);
        }

        foreach (var settler in group)
        {
            if (!memberships.TryGetValue(settler.Member.Id, out var others))
            {
                memberships.Add(settler.Member.Id, others = []);
            }

            others.Add(household.Join(settler.Member, settler.Days, others));
        }
    }

    // Who joins the people of a unit joins their household, if they live there all the time and the list does not name
    // another one.
    private Household? LivingThere(List<Occupancy> timeline, DaySpan days, string? name)
    {
        var there = timeline.Find(o => o.Primary && o.HouseholdId is not null && o.Days.Covers(days));
        var household = there is null ? null : households.GetValueOrDefault(there.HouseholdId!.Value);
        return name is null || string.Equals(household?.Name, name, StringComparison.OrdinalIgnoreCase)
            ? household
            : null;
    }

    // One household after another may have lived in a unit: rows belong together that name one household; who names none
    // belongs to those who live there at that time, named ones first.
    private static List<List<Settler>> Groups(IEnumerable<Settler> ofOneUnit)
    {
        var groups = new List<List<Settler>>();
        foreach (var settler in ofOneUnit.OrderBy(s => s.HouseholdName is null).ThenBy(s => s.Days.From))
        {
            var group = settler.HouseholdName is { } name
                ? groups.Find(g => string.Equals(g[0].HouseholdName, name, StringComparison.OrdinalIgnoreCase))
                : groups.Find(g => g.Exists(s => s.Days.Overlaps(settler.Days)));
            if (group is null)
            {
                groups.Add(group = []);
            }

            group.Add(settler);
        }

        return groups;
    }

    private static string NameOf(List<Settler> group)
    {
        var names = group
            .Select(s => s.Member.FamilyName.Length > 0 ? s.Member.FamilyName : s.Member.DisplayName)
            .Distinct()
            .ToList();
        var name = string.Join(" & ", names);
        return name.Length <= 200 ? name : names[0];
    }

    private IEnumerable<Occupancy> HomesOf(Guid memberId)
    {
        var inHouseholds =
            from membership in memberships.GetValueOrDefault(memberId) ?? []
            from occupancy in householdHomes[membership.HouseholdId]
            where occupancy.Days.Overlaps(membership.Days)
            select occupancy;
        return ownHomes[memberId].Concat(inHouseholds);
    }

    private Unit? FindUnit(HomeRow home, int line)
    {
        Building? house = null;
        if (home.Building is { } name)
        {
            if (buildings.Find(name) is not [var building])
            {
                faults.Add(
                    columns.At(
                        MemberList.Building,
                        line,
                        name,
                        "UNKNOWN_BUILDING",
                        "There is no such building. Import the units first."
                    )
                );
                return null;
            }

            house = building;
        }

        var candidates = units.Find(home.Unit, u => house is null || u.BuildingId == house.Id);
        if (candidates.Count == 1)
        {
            return candidates[0];
        }

        var inOneHouse = candidates.DistinctBy(u => u.BuildingId).Count() == 1;
        faults.Add(
            (candidates.Count, inOneHouse) switch
            {
                (0, _) => columns.At(
                    MemberList.Unit,
                    line,
                    home.Unit,
                    "UNKNOWN_UNIT",
                    "There is no such unit. Import the units first."
                ),
                (_, true) => columns.At(
                    MemberList.Unit,
                    line,
                    home.Unit,
                    "UNKNOWN_UNIT",
                    "Several units are called like this: write the number just as the co-op does."
                ),
                _ => columns.At(
                    MemberList.Building,
                    line,
                    "",
                    "REQUIRED",
                    "Several buildings have a unit of this number. Name the building."
                ),
            }
        );
        return null;
    }

    private sealed record Settler(Member Member, Unit Unit, string? HouseholdName, DaySpan Days, int Line);
}
