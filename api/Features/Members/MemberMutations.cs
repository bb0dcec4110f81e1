using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Members;

[MutationType]
[Error<InvalidInputException>]
public static class MemberMutations
{
    /// <summary>Takes a person into the co-op; an account can follow by invitation.</summary>
    [Authorize(Policy = Policies.Admin)]
    public static async Task<Member> AddMemberAsync(AddMemberInput input, CooperatorDbContext db, CancellationToken ct)
    {
        var check = new InputCheck();
        var name = check.Take(() => new PersonName(input.GivenName, input.FamilyName));
        var contact = check.Take(input.Contact.Checked);
        var joinedOn = check.Take(() => DaySpan.Check(input.JoinedOn, "joinedOn"));
        check.Demand();
        var language = input.Language ?? await db.CoopLanguageAsync(ct);
        var member = Member.Join(name, language, joinedOn, input.Role);
        member.ChangeContactDetails(contact);
        db.Members.Add(member);
        return member;
    }

    /// <summary>By the board, or by the member.</summary>
    [Authorize(Policy = Policies.Member)]
    [Error<MemberNotFoundException>]
    public static async Task<Member> RenameMemberAsync(
        [ID<Member>] Guid memberId,
        string givenName,
        string familyName,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var member = await db.LoadOwnOrAdministeredAsync(memberId, me, ct);
        member.Rename(new PersonName(givenName, familyName));
        return member;
    }

    /// <summary>By the board, or by the member.</summary>
    [Authorize(Policy = Policies.Member)]
    [Error<MemberNotFoundException>]
    public static async Task<Member> ChangeContactDetailsAsync(
        ChangeContactDetailsInput input,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var member = await db.LoadOwnOrAdministeredAsync(input.MemberId, me, ct);
        member.ChangeContactDetails(
            new ContactChange(
                input.Email.Or(member.Email),
                input.Phone.Or(member.Phone),
                input.EmailVisibility.Or(member.EmailVisibility),
                input.PhoneVisibility.Or(member.PhoneVisibility)
            )
        );
        return member;
    }

    /// <summary>By the board, or by the member.</summary>
    [Authorize(Policy = Policies.Member)]
    [Error<MemberNotFoundException>]
    public static async Task<Member> ChangeMemberLanguageAsync(
        [ID<Member>] Guid memberId,
        Language language,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var member = await db.LoadOwnOrAdministeredAsync(memberId, me, ct);
        member.Speak(language);
        return member;
    }

    /// <summary>
    /// Ends the membership, its roles and the place in a household; the member's work goes back to the others. Who lives in a
    /// unit alone moves out first.
    /// </summary>
    [Authorize(Policy = Policies.Admin)]
    [Error<MembershipNotCurrentException>]
    [Error<MemberStillLivesHereException>]
    [Error<LastAdminException>]
    [Error<MemberNotFoundException>]
    public static async Task<Member> EndMembershipAsync(
        [ID<Member>] Guid memberId,
        DateOnly leftOn,
        string? reason,
        CooperatorDbContext db,
        CoopCalendar calendar,
        WorkOfLeavers work,
        CancellationToken ct
    )
    {
        var member = await db.LoadMemberAsync(memberId, ct);
        var givenUp = member.DaysGivenUp(leftOn);
        await Departure.LeaveHomesAsync(db, memberId, givenUp, ct);
        member.Leave(leftOn, reason, await Administration.LoadAsync(db, ct), calendar.Today);
        await work.GiveBackAsync(member, givenUp, ct);
        return member;
    }

    /// <summary>Takes a former member in again.</summary>
    [Authorize(Policy = Policies.Admin)]
    [Error<MembershipPeriodsOverlapException>]
    [Error<MemberNotFoundException>]
    public static async Task<Member> ResumeMembershipAsync(
        [ID<Member>] Guid memberId,
        DateOnly joinedOn,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var member = await db.LoadMemberAsync(memberId, ct);
        member.Resume(joinedOn);
        return member;
    }

    /// <summary>Gives a role for some days.</summary>
    [Authorize(Policy = Policies.Admin)]
    [Error<RoleAlreadyGrantedException>]
    [Error<RoleOutsideMembershipException>]
    [Error<MemberNotFoundException>]
    public static async Task<Member> GrantRoleAsync(
        [ID<Member>] Guid memberId,
        Role role,
        DateOnly from,
        DateOnly? until,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var member = await db.LoadMemberAsync(memberId, ct);
        member.Grant(role, new DaySpan(from, until));
        return member;
    }

    /// <summary>Ends a role; <paramref name="until"/> is its last day.</summary>
    [Authorize(Policy = Policies.Admin)]
    [Error<RoleAssignmentNotFoundException>]
    [Error<LastAdminException>]
    public static async Task<Member> EndRoleAsync(
        [ID<RoleAssignment>] Guid roleAssignmentId,
        DateOnly until,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var member = await db.LoadHolderAsync(roleAssignmentId, ct);
        member.EndRole(roleAssignmentId, until, await Administration.LoadAsync(db, ct), calendar.Today);
        return member;
    }
}
