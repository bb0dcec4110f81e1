using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Duties;

/// <summary>Days of duties are handed out once, to those whose turn it is, whoever plans and however often.</summary>
public sealed class DutyPlannerTests(TestHouse house) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task Nodes_that_plan_at_once_hand_each_day_out_once()
    {
        // arrange
        var coop = await house.AddCoopAsync("planning-at-once");
        await AddDutyAsync(coop, "FREQ=DAILY", members: 3, leadDays: 20);

        // act
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PlanAsync(coop)));

        // assert
        var days = await house.ReadAsync(coop, db => db.DutyOccurrences.Select(o => o.DueOn).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 21).Select(Today.AddDays), days.Order());
        Assert.Equal(21, await house.ReadAsync(coop, db => db.Tasks.CountAsync()));
        Assert.Equal(
            7,
            await house.ReadAsync(
                coop,
                db => db.TaskAssignments.GroupBy(a => a.MemberId).Select(g => g.Count()).Distinct().SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_node_that_dies_while_planning_leaves_nothing_half_done_and_another_one_does_all()
    {
        var coop = await house.AddCoopAsync("planner-dies");
        await AddDutyAsync(coop, "FREQ=DAILY", members: 2, leadDays: 9);
        for (var saved = 0; saved < 3; saved++)
        {
            await Assert.ThrowsAsync<TimeoutException>(() =>
                InCoopAsync(
                    coop,
                    async (planner, db, ct) =>
                    {
                        await planner.PlanAsync(ct);
                        await db.SaveChangesAsync(ct);
                        throw new TimeoutException("The node dies before it commits.");
                    }
                )
            );
        }

        Assert.Equal(0, await house.ReadAsync(coop, db => db.Tasks.CountAsync()));
        Assert.Equal(10, await PlanAsync(coop));
        Assert.Equal(0, await PlanAsync(coop));
        Assert.Equal(10, await house.ReadAsync(coop, db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task Days_that_passed_while_the_house_was_down_are_left_out_and_turns_go_on()
    {
        // arrange
        var coop = await house.AddCoopAsync("house-was-down");
        var members = await AddDutyAsync(coop, "FREQ=WEEKLY", members: 2, leadDays: 7);
        await PlanAsync(coop);
        var then = house.Clock.Now;

        // act
        try
        {
            house.Clock.Now = then.AddDays(30);
            await PlanAsync(coop);
        }
        finally
        {
            house.Clock.Now = then;
        }

        // assert: two weeks were handed out, three passed, and the next is the first one's again
        var turns = await house.ReadAsync(
            coop,
            db => db.DutyOccurrences.OrderBy(o => o.DueOn).Select(o => new { o.DueOn, o.PlannedMemberId }).ToListAsync()
        );
        Assert.Equal([Today, Today.AddDays(7), Today.AddDays(35)], turns.Select(t => t.DueOn));
        Assert.Equal([members[0], members[1], members[0]], turns.Select(t => t.PlannedMemberId));
    }

    [Fact]
    public async Task The_exempt_and_those_who_have_left_are_skipped_and_a_day_nobody_can_do_is_open()
    {
        var coop = await house.AddCoopAsync("exempt-and-left");
        var members = await AddDutyAsync(coop, "FREQ=DAILY", members: 2, leadDays: 3);
        await house.WriteAsync(
            coop,
            async db =>
            {
                var first = await db.Members.SingleAsync(m => m.Id == members[0]);
                db.Add(new WorkExemption(first, new DaySpan(Today.AddDays(1), Today.AddDays(3)), 0, "ill"));
                var second = await db.LoadMemberAsync(members[1], default);
                second.Leave(Today.AddDays(1), null, new Administration(coop, []), Today);
            }
        );
        await PlanAsync(coop);

        var turns = await house.ReadAsync(
            coop,
            db => db.DutyOccurrences.OrderBy(o => o.DueOn).Select(o => o.PlannedMemberId).ToListAsync()
        );
        Assert.Equal([members[0], members[1], null, null], turns);
    }

    [Fact]
    public async Task A_day_that_was_removed_is_not_handed_out_again()
    {
        var coop = await house.AddCoopAsync("day-removed");
        await AddDutyAsync(coop, "FREQ=DAILY", members: 2, leadDays: 3);
        await PlanAsync(coop);

        await house.WriteAsync(
            coop,
            async db =>
            {
                var last = await db.DutyOccurrences.OrderByDescending(o => o.DueOn).Take(2).ToListAsync();
                Guid[] tasks = [.. last.Select(o => o.TaskId)];
                db.RemoveRange(await db.Tasks.Where(t => tasks.Contains(t.Id)).ToListAsync());
            }
        );

        Assert.Equal(0, await PlanAsync(coop));
        Assert.Equal(2, await house.ReadAsync(coop, db => db.DutyOccurrences.CountAsync()));
    }

    private DateOnly Today => DateOnly.FromDateTime(house.Clock.Now.Date);

    private Task<int> PlanAsync(Coop coop) => InCoopAsync(coop, (planner, _, ct) => planner.PlanAsync(ct));

    private Task<int> InCoopAsync(
        Coop coop,
        Func<DutyPlanner, CooperatorDbContext, CancellationToken, Task<int>> work
    ) =>
        house.InScopeAsync(scope =>
        {
            scope.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
            var planner = scope.GetRequiredService<DutyPlanner>();
            var db = scope.GetRequiredService<CooperatorDbContext>();
            return scope.GetRequiredService<DatabaseTransactions>().WriteAsync(ct => work(planner, db, ct), default);
        });

    private Task<Guid[]> AddDutyAsync(Coop coop, string rule, int members, int leadDays) =>
        house.WriteAsync(
            coop,
            db =>
            {
                var people = Enumerable.Range(0, members).Select(i => Furnish.Member($"Ada {i}", "Dienst")).ToArray();
                Guid[] ids = [.. people.Select(p => p.Id)];
                var description = new DutyDescription("Treppe fegen", null, rule, Today, 1.5m, leadDays);
                db.AddRange(people);
                db.Add(new RecurringDuty(description, ids, Today, ids[0]));
                return Task.FromResult(ids);
            }
        );
}
