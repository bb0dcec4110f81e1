using Cooperator.Api.Database;
using Cooperator.Api.Features.Notifications;

namespace Cooperator.Api.Features.Duties;

/// <summary>A day of a duty that was just given to somebody whose turn it is.</summary>
internal sealed record GivenDay(Guid MemberId, RecurringDuty Duty, DutyOccurrence Day);

/// <summary>Tells whose turn it is: each member once, however many days it is. Who gives them away knows.</summary>
public sealed class DutyNews(CooperatorDbContext db, NotificationRules rules, NotificationPost post)
{
    internal Task TellAsync(IEnumerable<GivenDay> given, CancellationToken ct)
    {
        var tellings = given
            .Where(g => g.MemberId != db.Actor.MemberId)
            .GroupBy(g => g.MemberId)
            .Select(g => new Telling(
                new Cause($"handed-out:{g.First().Day.Id}", g.First().Day.TaskId),
                DutyAssignedRule.About(g.Key, [.. g.Select(d => (d.Duty.Title, d.Day.DueOn))])
            ));
        return post.TellAsync(rules.Of(NotificationKind.DutyAssigned), [.. tellings], ct);
    }
}
