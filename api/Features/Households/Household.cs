using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Households;

/// <summary>Members who live together.</summary>
public sealed class Household : TenantEntity
{
    private readonly List<HouseholdMembership> _memberships = [];

    private Household() { }

    private Household(string name) => Name = CheckName(name);

    public string Name { get; private set; } = "";

    /// <summary>
    /// Raised with each coming and going, and by whatever counts on somebody being here. Two who leave at once, and whoever
    /// lets a unit to the household meanwhile, all write this row, so the second one is run again and sees the first.
    /// </summary>
    public int CompositionVersion { get; private set; }

    public IReadOnlyList<HouseholdMembership> Memberships => _memberships;

    public static Household Form(string name)
    {
        var household = new Household(name);
        household.Raise("household.formed", new { household.Name });
        return household;
    }

    public void Rename(string name)
    {
        Name = CheckName(name);
        Raise("household.renamed", new { Name });
    }

    /// <param name="member">Who joins.</param>
    /// <param name="days">When.</param>
    /// <param name="others">The member's households so far: nobody lives in two at once.</param>
    public HouseholdMembership Join(Member member, DaySpan days, IEnumerable<HouseholdMembership> others)
    {
        if (others.Concat(_memberships).Any(m => m.MemberId == member.Id && m.Days.Overlaps(days)))
        {
            throw new AlreadyInHouseholdException();
        }

        CompositionVersion++;
        var membership = new HouseholdMembership(Id, member.Id, days);
        _memberships.Add(membership);
        Raise(
            "household.joined",
            new
            {
                memberId = member.Id,
                days.From,
                days.Until,
            }
        );
        return membership;
    }

    /// <summary>What leaving means: the days of one stay after <paramref name="until"/>.</summary>
    public DaySpan DaysGivenUp(Guid memberId, DateOnly until) => DaysGivenUp(until, StayToEnd(memberId, until));

    /// <summary>
    /// A member moves on. <paramref name="home"/> is the unit in which nobody would live on some of the days that are given
    /// up, if any.
    /// </summary>
    public void Leave(Guid memberId, DateOnly until, string? home)
    {
        var membership = StayToEnd(memberId, until);
        RefuseWhileAtHome(home);
        CompositionVersion++;
        membership.End(until);
        Raise("household.left", new { memberId, until });
    }

    /// <summary>Everybody moves on. <paramref name="home"/> is the unit it still lives in after that day, if any.</summary>
    public void Dissolve(DateOnly until, string? home)
    {
        DaySpan.Check(until, "until");
        RefuseWhileAtHome(home);
        CompositionVersion++;
        var after = new DaySpan(DaySpan.Check(until.AddDays(1), "until"), null);
        foreach (var memberId in _memberships.Select(m => m.MemberId).Distinct().ToList())
        {
            LeaveForGood(memberId, after);
        }
    }

    /// <summary>
    /// A home needs somebody who lives in it: on each of these days, apart from those it <paramref name="already"/> was the
    /// household's, somebody must be here.
    /// </summary>
    public void RelyOnMembers(DaySpan days, DaySpan? already = null)
    {
        var covered = _memberships.Select(m => m.Days);
        if (days.FirstDayOutside(already is { } known ? covered.Append(known) : covered) is { } empty)
        {
            throw new HouseholdEmptyException(empty);
        }

        CompositionVersion++;
    }

    /// <summary>Gives up all of those days, those that were planned too; what lies outside of them stays.</summary>
    internal void LeaveForGood(Guid memberId, DaySpan givenUp)
    {
        var until = givenUp.From.AddDays(-1);
        foreach (var membership in _memberships.FindAll(m => m.MemberId == memberId && m.Days.Overlaps(givenUp)))
        {
            if (givenUp.Until is { } last && membership.Days.IsOpenAfter(last))
            {
                _memberships.Add(new HouseholdMembership(Id, memberId, new DaySpan(last.AddDays(1), membership.Until)));
            }

            if (membership.From > until)
            {
                _memberships.Remove(membership);
            }
            else
            {
                membership.End(until);
            }

            CompositionVersion++;
            Raise("household.left", new { memberId, until });
        }
    }

    /// <summary>Whether nobody would be at home on some of these days, if a member gave up those.</summary>
    internal bool WouldDesert(DaySpan home, Guid memberId, DaySpan givenUp)
    {
        var others = _memberships.Where(m => m.MemberId != memberId).Select(m => m.Days).ToList();
        return _memberships
            .Where(m => m.MemberId == memberId)
            .Select(m => m.Days.And(givenUp)?.And(home))
            .Any(days => days?.FirstDayOutside(others) is not null);
    }

    private HouseholdMembership StayToEnd(Guid memberId, DateOnly until)
    {
        DaySpan.Check(until, "until");
        return _memberships.Find(m => m.MemberId == memberId && m.Days.Contains(until) && m.Days.IsOpenAfter(until))
            ?? throw new NotInHouseholdException();
    }

    private static DaySpan DaysGivenUp(DateOnly until, HouseholdMembership stay) =>
        new(DaySpan.Check(until.AddDays(1), "until"), stay.Until);

    private static void RefuseWhileAtHome(string? home)
    {
        if (home is not null)
        {
            throw new HouseholdStillLivesHereException(home);
        }
    }

    private static string CheckName(string name) => InvalidInputException.Text(name, "name", 200);
}
