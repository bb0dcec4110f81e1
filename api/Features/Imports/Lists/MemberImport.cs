using Cooperator.Api.Database;
using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>
/// Takes the rows of a member list over into the co-op's members, in memory; saving is the caller's. What an empty cell
/// does not say stays as it is, and roles, membership periods and homes of members the co-op knows already are never
/// rewritten by a list: a difference is a fault that says where to change it. Whoever left and joined again has a row for
/// each membership; the rows of one person come in the order of these.
/// </summary>
internal sealed class MemberImport(
    CooperatorDbContext db,
    HomeImport homes,
    ColumnMap columns,
    List<ImportFault> faults,
    DateOnly today
)
{
    private readonly MemberFinder finder = new(columns, faults);
    private readonly Dictionary<(Guid Member, DateOnly JoinedOn), int> lines = [];
    private readonly Dictionary<(string Name, string Email, DateOnly JoinedOn), int> added = [];

    public async Task LoadAsync(CancellationToken ct)
    {
        var members = await db
            .Members.AsTracking()
            .AsSplitQuery()
            .Include(m => m.Periods)
            .Include(m => m.RoleAssignments)
            .ToListAsync(ct);
        finder.Load(members);
        await homes.LoadAsync(ct);
    }

    /// <summary>Finds or adds the row's member. Adds to the faults, and answers null, when it can not.</summary>
    public ImportChange? Take(MemberRow row)
    {
        try
        {
            var before = faults.Count;
            var member = finder.Find(row);
            return faults.Count > before ? null
                : member is null ? Add(row)
                : Compare(member, row);
        }
        catch (RefusalException refusal)
        {
            faults.Add(RefusalFault.Of(refusal, row.Line));
            return null;
        }
        catch (AggregateException several) when (several.InnerExceptions.All(e => e is RefusalException))
        {
            faults.AddRange(
                several.InnerExceptions.Cast<RefusalException>().Select(refusal => RefusalFault.Of(refusal, row.Line))
            );
            return null;
        }
    }

    private ImportChange? Add(MemberRow row)
    {
        if (!added.TryAdd(AddedKey(row), row.Line))
        {
            return RowTwice(row, added[AddedKey(row)]);
        }

        var before = faults.Count;
        var roles = row.Roles.Count == 0 ? [Role.Resident] : row.Roles;
        var member = finder.FindAdded(row);
        if (faults.Count > before)
        {
            return null;
        }

        var change = member is null ? ImportChange.New : ImportChange.Changed;
        if (member is null)
        {
            member = Member.Join(row.Name, row.Language ?? homes.CoopLanguage, row.JoinedOn, roles[0]);
            finder.Added(member, row);
            db.Members.Add(member);
        }
        else
        {
            member.Resume(row.JoinedOn, roles[0]);
        }

        foreach (var role in roles.Skip(1))
        {
            member.Grant(role, new(row.JoinedOn, null));
        }

        Describe(member, row);
        if (row.LeftOn is { } leftOn)
        {
            member.Leave(leftOn, null, homes.Administration, today);
        }

        return homes.Settle(member, row, row.LeftOn) ? change : null;
    }

    private ImportChange? Compare(Member member, MemberRow row)
    {
        if (!lines.TryAdd((member.Id, row.JoinedOn), row.Line))
        {
            return RowTwice(row, lines[(member.Id, row.JoinedOn)]);
        }

        var (eventsBefore, movesBefore) = (member.RaisedEvents.Count, homes.Moves);
        if (ComparePeriods(member, row) is not { } period)
        {
            return null;
        }

        // A row about an earlier membership tells how things were then: the latest one says how they are.
        if (period == Latest(member))
        {
            Describe(member, row);
            if (!CompareRoles(member, row))
            {
                return null;
            }
        }

        if (!homes.Settle(member, row, period.LeftOn))
        {
            return null;
        }

        return member.RaisedEvents.Count > eventsBefore || homes.Moves > movesBefore
            ? ImportChange.Changed
            : ImportChange.Unchanged;
    }

    private static void Describe(Member member, MemberRow row)
    {
        member.Rename(row.Name);
        member.Speak(row.Language ?? member.Language);
        var contact = ContactChange.Of(member);
        var wanted = contact with { Email = row.Email ?? contact.Email, Phone = row.Phone ?? contact.Phone };
        if (wanted != contact)
        {
            member.ChangeContactDetails(wanted);
        }
    }

    /// <summary>The membership the row is about; null, with a fault, when it is not known like this.</summary>
    private MembershipPeriod? ComparePeriods(Member member, MemberRow row)
    {
        var latest = Latest(member);
        if (latest is null || (latest.LeftOn is { } left && row.JoinedOn > left))
        {
            member.Resume(row.JoinedOn);
        }

        var period = MemberFinder.PeriodOf(member, row);
        if (period is null)
        {
            Fault(
                MemberList.JoinedOn,
                row,
                $"{row.JoinedOn:yyyy-MM-dd}",
                "OTHER_JOINED_ON",
                $"This person is known as a member since {latest!.JoinedOn:yyyy-MM-dd}."
            );
            return null;
        }

        if (period.LeftOn is { } known && row.LeftOn is { } said && known != said)
        {
            Fault(
                MemberList.LeftOn,
                row,
                $"{said:yyyy-MM-dd}",
                "OTHER_LEFT_ON",
                $"This person is known to have left on {known:yyyy-MM-dd}."
            );
            return null;
        }

        if (row.LeftOn is { } leftOn && period.LeftOn is null)
        {
            homes.Leave(member, leftOn);
            member.Leave(leftOn, null, homes.Administration, today);
        }

        return period;
    }

    private bool CompareRoles(Member member, MemberRow row)
    {
        var held = member
            .RoleAssignments.Where(r => r.Until is null || r.Until >= today)
            .Select(r => r.Role)
            .ToHashSet();
        if (row.LeftOn is not null || row.Roles.Count == 0 || held.SetEquals(row.Roles))
        {
            return true;
        }

        Fault(
            MemberList.Roles,
            row,
            string.Join('+', row.Roles),
            "OTHER_ROLE",
            "Roles of a member the co-op knows are changed on the member's page."
        );
        return false;
    }

    private ImportChange? RowTwice(MemberRow row, int line) =>
        Fault(MemberList.FamilyName, row, row.Name.Display, "ROW_TWICE", $"Line {line} names this person already.");

    private ImportChange? Fault(ImportColumn column, MemberRow row, string value, string code, string message)
    {
        faults.Add(columns.At(column, row.Line, value, code, message));
        return null;
    }

    private static MembershipPeriod? Latest(Member member) => member.Periods.MaxBy(period => period.JoinedOn);

    private static (string Name, string Email, DateOnly JoinedOn) AddedKey(MemberRow row) =>
        (row.Name.Sort.ToUpperInvariant(), row.Email?.ToUpperInvariant() ?? "", row.JoinedOn);
}
