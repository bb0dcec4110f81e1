using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>
/// Who a row of a member list is about. One of the same name is the same person, unless both the e-mail address and the
/// day of joining are other ones; of several, the address or the day tells which, or else both do.
/// </summary>
internal sealed class MemberFinder(ColumnMap columns, List<ImportFault> faults)
{
    private readonly Dictionary<(string Name, string Email), List<Member>> newcomers = [];
    private Dictionary<Guid, Member> byId = [];
    private ILookup<string, Member> byName = Array.Empty<Member>().ToLookup(m => m.SortName);
    private ILookup<string, Member> byEmail = Array.Empty<Member>().ToLookup(m => m.Email!);

    public void Load(IReadOnlyList<Member> members)
    {
        byId = members.ToDictionary(m => m.Id);
        byName = members.ToLookup(m => m.SortName, StringComparer.OrdinalIgnoreCase);
        byEmail = members.Where(m => m.Email is not null).ToLookup(m => m.Email!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Notes that the list has added somebody.</summary>
    public void Added(Member member, MemberRow row)
    {
        if (!newcomers.TryGetValue(NewcomerKey(row), out var same))
        {
            newcomers.Add(NewcomerKey(row), same = []);
        }

        same.Add(member);
    }

    /// <summary>The membership the row is about, by the day it began.</summary>
    public static MembershipPeriod? PeriodOf(Member member, MemberRow row) =>
        member.Periods.FirstOrDefault(period => period.JoinedOn == row.JoinedOn);

    /// <summary>Whom of the members the co-op knows the row is about: nobody, or nobody with a fault in doubt.</summary>
    public Member? Find(MemberRow row)
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

        var namesakes = byName[row.Name.Sort].ToList();
        var possible = namesakes.FindAll(member => !IsSomebodyElse(member, row));
        if (possible.Count == 0)
        {
            return FindRenamed(row);
        }

        if (namesakes.Count == 1)
        {
            return possible[0];
        }

        // Several people of one name: the e-mail address or the day they joined tells them apart, or else both do.
        var either = possible.FindAll(m => Same(m.Email, row.Email) || PeriodOf(m, row) is not null);
        var both = either.FindAll(m => Same(m.Email, row.Email) && PeriodOf(m, row) is not null);
        switch (both, either)
        {
            case ([var certain], _):
                return certain;
            case (_, [var likely]):
                return likely;
            default:
                RefuseNamesakes(row);
                return null;
        }
    }

    // Families hand names down: without an address or a day in common it is another person, and never a former member's
    // account that comes to life again.
    private static bool IsSomebodyElse(Member member, MemberRow row) =>
        member.Email is not null
        && row.Email is not null
        && !Same(member.Email, row.Email)
        && PeriodOf(member, row) is null;

    /// <summary>Whom of those the list has added the row is about, as of an address they share with nobody else at that time.</summary>
    public Member? FindAdded(MemberRow row)
    {
        var days = new DaySpan(row.JoinedOn, row.LeftOn);
        var same = row.Email is null
            ? []
            // Father and son may share an address too: one person is not a member twice at a time.
            : (newcomers.GetValueOrDefault(NewcomerKey(row)) ?? []).FindAll(m =>
                !m.Periods.Any(p => p.Days.Overlaps(days))
            );
        if (same.Count > 1)
        {
            RefuseNamesakes(row);
        }

        return same.FirstOrDefault();
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

    private void Fault(ImportColumn column, MemberRow row, string value, string code, string message) =>
        faults.Add(columns.At(column, row.Line, value, code, message));

    private static bool Same(string? a, string? b) =>
        a is { Length: > 0 } && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static (string Name, string Email) NewcomerKey(MemberRow row) =>
        (row.Name.Sort.ToUpperInvariant(), row.Email?.ToUpperInvariant() ?? "");
}
