using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>A day of a duty together with its task, which says who has it.</summary>
internal sealed record DutyDay(DutyOccurrence Occurrence, CoopTask Task)
{
    public Guid Id => Occurrence.Id;

    public DateOnly DueOn => Occurrence.DueOn;

    /// <exception cref="NotYourDutyException">Somebody else holds it.</exception>
    public void RequireHeldBy(Guid memberId)
    {
        if (!Task.IsAssignedTo(memberId))
        {
            throw new NotYourDutyException();
        }
    }

    /// <exception cref="DutyChangedHandsException">Somebody else holds it by now.</exception>
    public void RequireStillHeldBy(Guid memberId)
    {
        if (!Task.IsAssignedTo(memberId))
        {
            throw new DutyChangedHandsException();
        }
    }

    /// <exception cref="DutyNotOpenException">It is done or past.</exception>
    public void RequireOpen(DateOnly today)
    {
        if (Task.IsDone || DueOn < today)
        {
            throw new DutyNotOpenException();
        }
    }

    public void HandOver(Guid from, Guid to, Guid byId, CoopCalendar calendar)
    {
        RequireOpen(calendar.Today);
        RequireStillHeldBy(from);
        Task.HandOver(from, to, byId, calendar.Now);
    }
}

internal static class DutyDays
{
    /// <exception cref="DutyOccurrenceNotFoundException">It is not there.</exception>
    public static async Task<DutyDay> LoadDutyDayAsync(this CooperatorDbContext db, Guid id, CancellationToken ct)
    {
        var occurrence =
            await db.DutyOccurrences.SingleOrDefaultAsync(o => o.Id == id, ct)
            ?? throw new DutyOccurrenceNotFoundException();
        return new DutyDay(occurrence, await db.LoadAssignedTaskAsync(occurrence.TaskId, ct));
    }
}
