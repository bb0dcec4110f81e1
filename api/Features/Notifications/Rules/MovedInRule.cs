using System.Text.Json;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Units;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Tells those who move in that the move is recorded.</summary>
internal sealed class MovedInRule : NotificationRule
{
    public override NotificationKind Kind => NotificationKind.MovedIn;

    public override IReadOnlyCollection<string> Events => ["unit.moved_in"];

    public override bool MailedByDefault => false;

    public override async Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now)
    {
        var facts = happened.Facts();
        var day = facts.GetProperty("from").Deserialize<DateOnly>();
        var unit = await now.Db.Units.Where(u => u.Id == happened.SubjectId).SingleOrDefaultAsync(now.Cancelled);
        return unit is null
            ? null
            : new Announcement(
                await OccupantsAsync(facts, day, now),
                "units/" + NodeIds.Format(nameof(Unit), unit.Id),
                new Dictionary<string, string> { ["unit"] = unit.Number, ["day"] = $"{day:yyyy-MM-dd}" }
            );
    }

    private static async Task<List<Guid>> OccupantsAsync(JsonElement facts, DateOnly day, Circumstances now) =>
        facts.GetProperty("memberId") is { ValueKind: JsonValueKind.String } alone
            ? [alone.GetGuid()]
            : await now
                .Db.HouseholdMemberships.AsOf(day)
                .Where(m => m.HouseholdId == facts.GetProperty("householdId").GetGuid())
                .Select(m => m.MemberId)
                .ToListAsync(now.Cancelled);
}
