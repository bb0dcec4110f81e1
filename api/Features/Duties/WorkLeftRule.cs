using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;

namespace Cooperator.Api.Features.Duties;

/// <summary>Tells those who look after the work that somebody who leaves has left some that nobody has now.</summary>
internal sealed class WorkLeftRule : NotificationRule
{
    public override NotificationKind Kind => NotificationKind.WorkLeft;

    public override IReadOnlyCollection<string> Events => ["member.work_left"];

    public override async Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now)
    {
        if (await now.NameOfAsync(happened.SubjectId) is not { } who)
        {
            return null;
        }

        List<Guid> to = [.. await now.HoldersAsync(Role.Admin), .. await now.HoldersAsync(Role.Maintainer)];
        return new Announcement(
            [.. to.Distinct().Where(m => m != happened.SubjectId)],
            "tasks",
            new Dictionary<string, string>
            {
                ["who"] = who,
                ["count"] = $"{happened.Facts().GetProperty("tasks").GetInt32()}",
            }
        );
    }
}
