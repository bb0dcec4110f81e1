using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

[MutationType]
[Authorize(Policy = Policies.Maintainer)]
[Error<InvalidInputException>]
public static class DutyMutations
{
    private const int MostMembers = 500;

    /// <summary>Sets up a duty and hands out its first days.</summary>
    [Error<DutyNeverOccursException>]
    [Error<MemberNotFoundException>]
    public static async Task<RecurringDuty> CreateDutyAsync(
        CreateDutyInput input,
        CooperatorDbContext db,
        DutyPlanner planner,
        CoopCalendar calendar,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var members = await RotationOfAsync(db, input.MemberIds, ct);
        var duty = new RecurringDuty(input.DescriptionOn(calendar.Today), members, calendar.Today, me.MemberId);
        db.Duties.Add(duty);
        await planner.HandOutAsync([duty], ct);
        return duty;
    }

    /// <summary>Changes what a duty is. What is handed out already stays as it is.</summary>
    [Error<DutyNotFoundException>]
    [Error<DutyEndedException>]
    [Error<DutyNeverOccursException>]
    public static async Task<RecurringDuty> ChangeDutyAsync(
        ChangeDutyInput input,
        CooperatorDbContext db,
        DutyPlanner planner,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var duty = await FindAsync(db, input.DutyId, ct);
        duty.Change(input.DescriptionOf(duty), calendar.Today);
        await planner.HandOutAsync([duty], ct);
        return duty;
    }

    /// <summary>Says whose turn it is after whose, from the next day that is handed out.</summary>
    [Error<DutyNotFoundException>]
    [Error<DutyEndedException>]
    [Error<MemberNotFoundException>]
    public static async Task<RecurringDuty> RotateDutyAsync(
        [ID<RecurringDuty>] Guid dutyId,
        [ID<Member>] IReadOnlyList<Guid> memberIds,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var duty = await FindAsync(db, dutyId, ct);
        duty.Rotate(await RotationOfAsync(db, memberIds, ct));
        return duty;
    }

    /// <summary>Hands out no further day. Those that are handed out stay.</summary>
    [Error<DutyNotFoundException>]
    [Error<DutyEndedException>]
    public static async Task<RecurringDuty> EndDutyAsync(
        [ID<RecurringDuty>] Guid dutyId,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var duty = await FindAsync(db, dutyId, ct);
        duty.End(calendar.Today);
        return duty;
    }

    private static async Task<RecurringDuty> FindAsync(CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await db.Duties.Include(d => d.Places).SingleOrDefaultAsync(d => d.Id == id, ct)
        ?? throw new DutyNotFoundException();

    private static async Task<List<Guid>> RotationOfAsync(
        CooperatorDbContext db,
        IReadOnlyList<Guid> memberIds,
        CancellationToken ct
    )
    {
        var ids = memberIds.Distinct().ToList();
        if (ids.Count > MostMembers)
        {
            throw new InvalidInputException(new InputFault(InputFaultCode.OutOfRange, 0, MostMembers), "memberIds");
        }

        return await db.Members.CountAsync(m => ids.Contains(m.Id), ct) == ids.Count
            ? ids
            : throw new MemberNotFoundException();
    }
}
