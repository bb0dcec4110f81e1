using Cooperator.Api.Database;
using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>
/// Takes the rows of a member list over into the co-op's members, in memory; saving is the caller's. What an empty cell
/// does not say stays as it is, and roles, membership periods and homes of members the co-op knows already are never
/// rewritten by a list: a difference is a fault that says where to change it.
/// </summary>
internal sealed class MemberImport(
    CooperatorDbContext db,
    HomeImport homes,
    ColumnMap columns,
    List<ImportFault> faults,
    DateOnly today
)
{
    private readonly Dictionary<Guid, int> lines = [];
    private Dictionary<Guid, Member> byId = [];
    private ILookup<string, Member> byName = Array.Empty<Member>().ToLookup(NameKey);
    private ILookup<string, Member> byEmail = Array.Empty<Member>().ToLookup(EmailKey);
    private readonly Dictionary<(string Name, string Email, DateOnly JoinedOn), int> added = [];

    public async Task LoadAsync(CancellationToken ct)
    {
        var members = await db
            .Members.AsTracking()
            .AsSplitQuery()
            .Include(m => m.Periods)
            .Include(m => m.RoleAssignments)
            .ToListAsync(ct);
        byId = members.ToDictionary(m => m.Id);
        byName = members.ToLookup(NameKey, StringComparer.OrdinalIgnoreCase);
        byEmail = members.Where(m => m.Email is not null).ToLookup(EmailKey, StringComparer.OrdinalIgnoreCase);
        await homes.LoadAsync(ct);
    }

    /// <summary>Finds or adds the row's member. Adds to the faults, and answers null, when it can not.</summary>
    public ImportChange? Take(MemberRow row)
    {
        try
        {
            var before = faults.Count;
            var member = Find(row);
            var change =
                faults.Count > before ? null
                : member is null ? Add(row)
                : Compare(member, row);
            return change;
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
        var key = (row.Name.Sort.ToUpperInvariant(), row.Email?.ToUpperInvariant() ?? "", row.JoinedOn);
        if (!added.TryAdd(key, row.Line))
        {
            return Fault(
                MemberList.FamilyName,
                row,
                row.Name.Display,
                "ROW_TWICE",
                $"Line {added[key]} names this person already."
            );
        }

        var roles = row.Roles.Count == 0 ? [Role.Resident] : row.Roles;
        var member = Member.Join(row.Name, row.Language ?? homes.CoopLanguage, row.JoinedOn, roles[0]);
        foreach (var role in roles.Skip(1))
        {
            member.Grant(role, new(row.JoinedOn, null));
        }

        if ((row.Email ?? row.Phone) is not null)
        {
            member.ChangeContactDetails(ContactChange.Of(member) with { Email = row.Email, Phone = row.Phone });
        }

        if (row.LeftOn is { } leftOn)
        {
            member.Leave(leftOn, null, homes.Administration, today);
        }

        db.Members.Add(member);
        return homes.Settle(member, row) ? ImportChange.New : null;
    }

    private ImportChange? Compare(Member member, MemberRow row)
    {
        if (!lines.TryAdd(member.Id, row.Line))
        {
            return Fault(
                MemberList.FamilyName,
                row,
                row.Name.Display,
                "ROW_TWICE",
                $"Line {lines[member.Id]} names this person already."
            );
        }

        var eventsBefore = member.RaisedEvents.Count;
        member.Rename(row.Name);
        member.Speak(row.Language ?? member.Language);
        var contact = ContactChange.Of(member);
        var wanted = contact with { Email = row.Email ?? contact.Email, Phone = row.Phone ?? contact.Phone };
        if (wanted != contact)
        {
            member.ChangeContactDetails(wanted);
        }

        if (!ComparePeriods(member, row) || !CompareRoles(member, row) || !homes.Settle(member, row))
        {
            return null;
        }

        return member.RaisedEvents.Count > eventsBefore || homes.Moves(member)
            ? ImportChange.Changed
            : ImportChange.Unchanged;
    }

    private bool ComparePeriods(Member member, MemberRow row)
    {
        var last = member.Periods.MaxBy(period => period.JoinedOn);
        if (last is null || (last.LeftOn is { } left && row.JoinedOn > left))
        {
            member.Resume(row.JoinedOn);
            last = member.Periods[^1];
        }
        else if (last.JoinedOn != row.JoinedOn)
        {
            Fault(
                MemberList.JoinedOn,
                row,
                $"{row.JoinedOn:yyyy-MM-dd}",
                "OTHER_JOINED_ON",
                $"This person is known as a member since {last.JoinedOn:yyyy-MM-dd}."
            );
            return false;
        }

        if (last.LeftOn is { } known && row.LeftOn is { } said && known != said)
        {
            Fault(
                MemberList.LeftOn,
                row,
                $"{said:yyyy-MM-dd}",
                "OTHER_LEFT_ON",
                $"This person is known to have left on {known:yyyy-MM-dd}."
            );
            return false;
        }

        if (row.LeftOn is { } leftOn && last.LeftOn is null)
        {
            homes.Leave(member, leftOn);
            member.Leave(leftOn, null, homes.Administration, today);
        }

        return true;
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

    private Member? Find(MemberRow row)
    {
        if (row.Id is { } id)
        {
            if (byId.TryGetValue(id, out var known))
            {
                return known;
            }

            Fault(
                MemberList.Id,
                row,
                id.ToString(),
                "UNKNOWN_ID",
                "No member has this id. Leave it empty for new members."
            );
            return null;
        }

        var namesakes = byName[NameKey(row.Name)].ToList();
        if (namesakes.Count > 1)
        {
            // Two people of one name: the e-mail address or the day they joined tells them apart.
            namesakes = namesakes.FindAll(m =>
                Same(m.Email, row.Email) || m.Periods.Any(p => p.JoinedOn == row.JoinedOn)
            );
            if (namesakes.Count != 1)
            {
                RefuseNamesakes(row);
            }
        }

        return namesakes.Count > 0 ? namesakes[0] : FindRenamed(row);
    }

    // Couples share addresses: only somebody who kept one of the two names is the same person under a new name.
    private Member? FindRenamed(MemberRow row)
    {
        var alike = row.Email is null
            ? []
            : byEmail[row.Email]
                .Where(m =>
                    Same(m.GivenName, row.Name.Given)
                    || (Same(m.FamilyName, row.Name.Family) && m.GivenName.Length == 0)
                )
                .ToList();
        if (alike.Count > 1)
        {
            RefuseNamesakes(row);
        }

        return alike.FirstOrDefault();
    }

    private void RefuseNamesakes(MemberRow row) =>
        Fault(
            MemberList.FamilyName,
            row,
            row.Name.Display,
            "SEVERAL_OF_THIS_NAME",
            "Several members have this name. Add the id column from an export."
        );

    private ImportChange? Fault(ImportColumn column, MemberRow row, string value, string code, string message)
    {
        faults.Add(columns.At(column, row.Line, value, code, message));
        return null;
    }

    private static bool Same(string? a, string? b) =>
        a is { Length: > 0 } && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string NameKey(Member member) => member.SortName;

    private static string NameKey(PersonName name) => name.Sort;

    private static string EmailKey(Member member) => member.Email ?? "";
}
