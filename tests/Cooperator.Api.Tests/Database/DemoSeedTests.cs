using Cooperator.Api.Database;
using Cooperator.Api.Database.Demo;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Comments;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cooperator.Api.Tests.Database;

public sealed class DemoSeedTests(TestHouse house) : IClassFixture<TestHouse>
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Fact]
    public async Task The_demo_is_told_once_and_always_in_the_same_words()
    {
        await LoadAsync();
        await LoadAsync();

        var lindenhof = await FindAsync("lindenhof");
        var seestrasse = await FindAsync("seestrasse");
        Assert.Equal((42, 61), await SizeAsync(lindenhof));
        Assert.Equal((8, 11), await SizeAsync(seestrasse));
        Assert.Equal(2, await house.ReadAsync(lindenhof, db => db.Coops.CountAsync()));
    }

    [Fact]
    public async Task The_planner_knows_of_the_demo_at_once()
    {
        await LoadAsync();
        var lindenhof = await FindAsync("lindenhof");

        var unknown = await house.ReadAsync(
            lindenhof,
            db =>
                db.Database.SqlQuery<string>(
                        $"""
                        SELECT relname::text AS "Value" FROM pg_class
                        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples < 0
                        """
                    )
                    .ToListAsync()
        );

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Who_lived_where_three_years_ago_is_known_and_so_is_when_it_was_learned()
    {
        await LoadAsync();
        var lindenhof = await FindAsync("lindenhof");
        var unit = await house.ReadAsync(lindenhof, db => db.Units.SingleAsync(u => u.Number == "8"));

        var households = await house.ReadAsync(
            lindenhof,
            db =>
                db.Occupancies.Known()
                    .Where(o => o.UnitId == unit.Id)
                    .OrderBy(o => o.From)
                    .Select(o => db.Set<Api.Features.Households.Household>().Single(h => h.Id == o.HouseholdId).Name)
                    .ToListAsync()
        );

        Assert.Equal(["Wagner", "Okafor"], households);
    }

    [Fact]
    public async Task A_year_on_the_board_is_told_in_the_order_in_which_it_happened()
    {
        await LoadAsync();
        var lindenhof = await FindAsync("lindenhof");

        var columns = await house.ReadAsync(
            lindenhof,
            db =>
                db.Tasks.Where(t => !db.Set<DutyOccurrence>().Any(o => o.TaskId == t.Id))
                    .GroupBy(t => t.Column)
                    .Select(cards => new { cards.Key, Count = cards.Count() })
                    .ToDictionaryAsync(c => c.Key, c => c.Count)
        );
        var events = await house.ReadAsync(
            lindenhof,
            db => db.Events.Where(e => e.SubjectType == "task").OrderBy(e => e.Id).ToListAsync()
        );
        var done = await house.ReadAsync(
            lindenhof,
            db => db.Tasks.Where(t => t.Column == TaskColumn.Done).OrderBy(t => t.Rank).ToListAsync()
        );

        Assert.Equal(
            (9, 3, 2, 38),
            (
                columns[TaskColumn.Todo],
                columns[TaskColumn.InProgress],
                columns[TaskColumn.Review],
                columns[TaskColumn.Done]
            )
        );
        Assert.Equal(events.Select(e => e.At.Date).Order(), events.Select(e => e.At.Date));
        Assert.All(events, e => Assert.NotNull(e.ActorMemberId));
        Assert.Equal(done.Select(t => t.CompletedAt).OrderDescending(), done.Select(t => t.CompletedAt));
        Assert.Equal(13, await house.ReadAsync(lindenhof, db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_year_of_duties_was_done_by_turns_and_counts_in_the_ledger()
    {
        await LoadAsync();
        var lindenhof = await FindAsync("lindenhof");

        var (done, open, hours, swaps) = await house.ReadAsync(
            lindenhof,
            async db =>
            {
                var duties = db.DutyOccurrences.Join(db.Tasks, o => o.TaskId, t => t.Id, (_, t) => t);
                return (
                    await duties.CountAsync(t => t.Column == TaskColumn.Done),
                    await duties.CountAsync(t => t.Column != TaskColumn.Done),
                    await db.HoursLines.Where(l => l.Kind == HoursLineKind.Task).SumAsync(l => l.Hours),
                    await db.DutySwaps.CountAsync(s => s.State == DutySwapState.Accepted)
                );
            }
        );
        var estimates = await house.ReadAsync(
            lindenhof,
            db => db.Tasks.Where(t => t.Column == TaskColumn.Done).SumAsync(t => t.EstimateHours)
        );

        Assert.Equal((116, 9, 3), (done, open, swaps));
        Assert.Equal(estimates, hours);
    }

    [Fact]
    public async Task Of_late_people_were_told_what_concerns_them_by_letter_or_on_paper()
    {
        await LoadAsync();
        var lindenhof = await FindAsync("lindenhof");

        var inbox = await house.ReadAsync(
            lindenhof,
            db =>
                db.Notifications.Join(
                        db.Members.Where(m => m.FamilyName == "Nguyen"),
                        n => n.MemberId,
                        m => m.Id,
                        (n, _) => n
                    )
                    .OrderBy(n => n.CreatedAt)
                    .ToListAsync()
        );
        var letters = await house.ReadAsync(
            lindenhof,
            db =>
                db.Deliveries.Join(db.Members, d => d.MemberId, m => m.Id, (d, m) => new { d.State, m.Email })
                    .ToListAsync()
        );

        Assert.Contains(inbox, n => n.Kind == NotificationKind.DutyAssigned && n.InInbox);
        Assert.All(
            inbox,
            n => Assert.Equal(n.CreatedAt < new DateTimeOffset(2026, 11, 21, 0, 0, 0, default), n.ReadAt is not null)
        );
        Assert.All(
            letters,
            l => Assert.Equal(l.Email is null ? DeliveryState.Unreachable : DeliveryState.Sent, l.State)
        );
        Assert.Contains(letters, l => l.State == DeliveryState.Sent);
        Assert.Contains(letters, l => l.State == DeliveryState.Unreachable);
    }

    private Task LoadAsync()
    {
        var seed = new DemoSeed(
            house.Services.GetRequiredService<IServiceScopeFactory>(),
            new DemoSettings(),
            new DatabaseSettings(),
            new DemoAccounts(
                new DataSettings(),
                new DatabaseSettings(),
                new ListenAddresses(new ConfigurationBuilder().Build())
            ),
            NullLogger<DemoSeed>.Instance
        );
        return seed.LoadAsync(default);
    }

    private Task<Coop> FindAsync(string slug) =>
        house.InScopeAsync(scope =>
            scope.GetRequiredService<CooperatorDbContext>().Coops.SingleAsync(c => c.Slug == slug)
        );

    private Task<(int Units, int Members)> SizeAsync(Coop coop) =>
        house.ReadAsync(
            coop,
            async db =>
                (
                    await db.Units.CountAsync(),
                    await db.MembershipPeriods.CountAsync(p => p.LeftOn == null || p.LeftOn >= Today)
                )
        );
}
