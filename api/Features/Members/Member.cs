using Cooperator.Api.Database;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Members;

/// <summary>A person's membership in a co-op, with or without an account to sign in with.</summary>
public sealed class Member : TenantEntity
{
    private readonly List<MembershipPeriod> _periods = [];
    private readonly List<RoleAssignment> _roleAssignments = [];

    private Member() { }

    private Member(PersonName name, Language language)
    {
        TakeName(name);
        Language = language;
    }

    public string GivenName { get; private set; } = "";

    public string FamilyName { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    /// <summary>Family name first, as directories are read.</summary>
    public string SortName { get; private set; } = "";

    public Language Language { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public ContactVisibility EmailVisibility { get; private set; } = ContactVisibility.Board;

    public ContactVisibility PhoneVisibility { get; private set; } = ContactVisibility.Board;

    /// <summary>Who signs in as this member; null for people without an account.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>
    /// Raised with each change of the memberships and roles, and by whatever counts on them. Whoever ends a membership and
    /// whoever gives the member a home or a role meanwhile both write this row, so the second one is run again and sees the
    /// first.
    /// </summary>
    public int StandingVersion { get; private set; }

    public IReadOnlyList<MembershipPeriod> Periods => _periods;

    public IReadOnlyList<RoleAssignment> RoleAssignments => _roleAssignments;

    public static Member Join(PersonName name, Language language, DateOnly joinedOn, Role role)
    {
        DaySpan.Check(joinedOn, "joinedOn");
        var member = new Member(name, language);
        member._periods.Add(new MembershipPeriod(member.Id, joinedOn));
        member._roleAssignments.Add(new RoleAssignment(member.Id, role, new DaySpan(joinedOn, null)));
        member.Raise("member.joined", new { joinedOn, role });
        return member;
    }

    public MembershipStatus StatusOn(DateOnly day) => MembershipPeriod.StatusOn(day, _periods);

    /// <summary>Homes are for members: all of these days must lie within one membership, and no less from now on.</summary>
    public void RelyOnMembership(DaySpan days)
    {
        if (!_periods.Any(p => p.Days.Covers(days)))
        {
            var outside = _periods.Find(p => p.Days.Contains(days.From))?.LeftOn?.AddDays(1) ?? days.From;
            throw new MembershipNotCurrentException(outside);
        }

        StandingVersion++;
    }

    /// <summary>The last day of the membership that holds on a day, as far as it is known.</summary>
    public DateOnly? LeavesAfter(DateOnly day) => _periods.Find(p => p.Days.Contains(day))?.LeftOn;

    /// <summary>
    /// The days after each membership on which there is none, until the next one begins, if there is one; of those that are
    /// not over on <paramref name="today"/>.
    /// </summary>
    public IEnumerable<DaySpan> DaysAwayFrom(DateOnly today)
    {
        foreach (var leftOn in _periods.Select(p => p.LeftOn).OfType<DateOnly>())
        {
            var from = leftOn.AddDays(1);
            var next = _periods.Where(p => p.JoinedOn >= from).Min(p => (DateOnly?)p.JoinedOn);
            if (next is null || (next > from && next > today))
            {
                yield return new DaySpan(from, next?.AddDays(-1));
            }
        }
    }

    public bool Is(Role role, DateOnly on) => _roleAssignments.Any(r => r.Role == role && r.Days.Contains(on));

    public void Rename(PersonName name)
    {
        if (name.Given == GivenName && name.Family == FamilyName)
        {
            return;
        }

        TakeName(name);
        Raise("member.renamed", new { });
    }

    /// <summary>The event says which details changed, not what they are: it is kept for ever.</summary>
    public void ChangeContactDetails(ContactChange change)
    {
        var before = (Email, Phone, EmailVisibility, PhoneVisibility);
        (Email, Phone, EmailVisibility, PhoneVisibility) = change.Checked();
        if (before != (Email, Phone, EmailVisibility, PhoneVisibility))
        {
            Raise("member.contact_changed", new { email = before.Email != Email, phone = before.Phone != Phone });
        }
    }

    public void Speak(Language language)
    {
        if (Language != language)
        {
            Language = language;
            Raise("member.language_changed", new { language });
        }
    }

    /// <summary>Ties the member to the account of the person who accepted the invitation.</summary>
    public void ConnectAccount(Guid accountId)
    {
        if (AccountId is not null)
        {
            throw new MemberAlreadyHasAccountException();
        }

        AccountId = accountId;
        Raise("member.account_connected", new { });
    }

    /// <summary>
    /// What leaving means: the days of one membership after <paramref name="leftOn"/>. Another membership, before or after
    /// it, is none of its business.
    /// </summary>
    public DaySpan DaysGivenUp(DateOnly leftOn) => DaysGivenUp(leftOn, PeriodToEnd(leftOn));

    /// <summary>
    /// Ends a membership and the roles held in it; <paramref name="leftOn"/> is the last day as a member.
    /// </summary>
    public void Leave(DateOnly leftOn, string? reason, Administration administration, DateOnly today)
    {
        var period = PeriodToEnd(leftOn);
        var givenUp = DaysGivenUp(leftOn, period);
        foreach (var assignment in _roleAssignments.Where(r => r.Days.Overlaps(givenUp)).ToList())
        {
            CutShort(assignment, leftOn, administration, today);
        }

        StandingVersion++;
        period.End(leftOn, InvalidInputException.OptionalText(reason, "reason", 500));
        Raise("member.left", new { leftOn });
    }

    /// <summary>Of what the member held, so much is open now, and so much has gone to others.</summary>
    public void LeaveWork(int tasks, int handedOn) => Raise("member.work_left", new { tasks, handedOn });

    public void Resume(DateOnly joinedOn, Role role = Role.Resident)
    {
        var days = new DaySpan(DaySpan.Check(joinedOn, "joinedOn"), null);
        if (_periods.Any(p => p.Days.Overlaps(days)))
        {
            throw new MembershipPeriodsOverlapException();
        }

        StandingVersion++;
        _periods.Add(new MembershipPeriod(Id, joinedOn));
        _roleAssignments.Add(new RoleAssignment(Id, role, days));
        Raise("member.resumed", new { joinedOn });
    }

    public RoleAssignment Grant(Role role, DaySpan days)
    {
        if (!_periods.Any(p => p.Days.Covers(days)))
        {
            throw new RoleOutsideMembershipException();
        }

        if (_roleAssignments.Any(r => r.Role == role && r.Days.Overlaps(days)))
        {
            throw new RoleAlreadyGrantedException(role);
        }

        StandingVersion++;
        var assignment = new RoleAssignment(Id, role, days);
        _roleAssignments.Add(assignment);
        Raise(
            "member.role_granted",
            new
            {
                role,
                days.From,
                days.Until,
            }
        );
        return assignment;
    }

    /// <summary>
    /// Ends a role that was held; <paramref name="until"/> is its last day. One that nobody has held before today is taken
    /// back if it ends before it begins.
    /// </summary>
    public void EndRole(Guid assignmentId, DateOnly until, Administration administration, DateOnly today)
    {
        DaySpan.Check(until, "until");
        var assignment =
            _roleAssignments.Find(r => r.Id == assignmentId) ?? throw new RoleAssignmentNotFoundException();
        if (assignment.Until <= until)
        {
            // It ends by then already; for later days it is granted anew.
            return;
        }

        if (until < assignment.From && assignment.From < today)
        {
            throw new InvalidInputException(InputFaultCode.UntilBeforeFrom, "until");
        }

        StandingVersion++;
        CutShort(assignment, until, administration, today);
        Raise("member.role_ended", new { assignment.Role, until });
    }

    private MembershipPeriod PeriodToEnd(DateOnly leftOn)
    {
        DaySpan.Check(leftOn, "leftOn");
        return _periods.Find(p => p.Days.Contains(leftOn) && p.Days.IsOpenAfter(leftOn))
            ?? throw new MembershipNotCurrentException(leftOn);
    }

    private static DaySpan DaysGivenUp(DateOnly leftOn, MembershipPeriod period) =>
        new(DaySpan.Check(leftOn.AddDays(1), "leftOn"), period.LeftOn);

    private void CutShort(RoleAssignment assignment, DateOnly until, Administration administration, DateOnly today)
    {
        if (assignment.Role == Role.Admin)
        {
            administration.Release(assignment, until, today);
        }

        if (until < assignment.From)
        {
            _roleAssignments.Remove(assignment);
        }
        else
        {
            assignment.End(until);
        }
    }

    private void TakeName(PersonName name)
    {
        GivenName = name.Given;
        FamilyName = name.Family;
        DisplayName = name.Display;
        SortName = name.Sort;
    }
}
