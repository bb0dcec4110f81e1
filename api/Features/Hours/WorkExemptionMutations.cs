using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Hours;

[MutationType]
[Authorize(Policy = Policies.Admin)]
[Error<InvalidInputException>]
public static class WorkExemptionMutations
{
    /// <summary>Spares a member work for some time.</summary>
    [Error<MemberNotFoundException>]
    [Error<WorkExemptionsOverlapException>]
    public static async Task<WorkExemption> ExemptFromWorkAsync(
        ExemptFromWorkInput input,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var member =
            await db.Members.SingleOrDefaultAsync(m => m.Id == input.MemberId, ct)
            ?? throw new MemberNotFoundException();
        var days = new DaySpan(input.From ?? calendar.Today, input.Until);
        var exemption = new WorkExemption(member, days, input.OwedPercent, input.Reason);
        var others = await db.WorkExemptions.Where(e => e.MemberId == member.Id).ToListAsync(ct);
        if (others.Find(e => e.Days.Overlaps(days)) is { } other)
        {
            throw new WorkExemptionsOverlapException(other.From, other.Until);
        }

        db.WorkExemptions.Add(exemption);
        return exemption;
    }

    /// <summary>Says which day is the last one of an exemption.</summary>
    [Error<WorkExemptionNotFoundException>]
    [Error<WorkExemptionsOverlapException>]
    public static async Task<WorkExemption> EndWorkExemptionAsync(
        [ID<WorkExemption>] Guid exemptionId,
        DateOnly until,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var exemption =
            await db.WorkExemptions.SingleOrDefaultAsync(e => e.Id == exemptionId, ct)
            ?? throw new WorkExemptionNotFoundException();
        exemption.End(until);
        var others = await db
            .WorkExemptions.Where(e => e.MemberId == exemption.MemberId && e.Id != exemptionId)
            .ToListAsync(ct);
        if (others.Find(e => e.Days.Overlaps(exemption.Days)) is { } other)
        {
            throw new WorkExemptionsOverlapException(other.From, other.Until);
        }

        return exemption;
    }
}
