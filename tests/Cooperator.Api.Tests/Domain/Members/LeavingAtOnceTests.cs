using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Domain.Members;

/// <summary>One ends a membership while another one counts on it: both have looked before either of them writes.</summary>
public sealed class LeavingAtOnceTests(TestHouse house) : IClassFixture<TestHouse>
{
    private static readonly DateOnly Left = new(2026, 5, 31);

    [Fact]
    public async Task Nobody_moves_in_who_is_leaving_at_the_same_moment()
    {
        var (coop, alma, _, unit, _) = await FurnishAsync("moves-in");

        var outcomes = await AtOnceAsync(
            coop,
            scope => EndAsync(scope, alma),
            scope => MoveInAsync(scope, new MoveInInput(unit.Id, null, alma.Id, null, Left, null), by: alma)
        );

        var refusal = Assert.Single(outcomes, o => o is not null);
        Assert.True(refusal is MembershipNotCurrentException or MemberStillLivesHereException, $"{refusal}");
        Assert.NotEqual(
            await AnyAsync(coop, db => db.Occupancies.Known().Where(o => o.MemberId == alma.Id)),
            await AnyAsync(coop, db => db.Members.Where(m => m.Id == alma.Id && m.Periods.All(p => p.LeftOn != null)))
        );
    }

    [Fact]
    public async Task Of_two_who_live_together_and_leave_at_the_same_moment_one_stays()
    {
        // arrange
        var (coop, alma, kim, unit, household) = await FurnishAsync("together");
        await DoAsync(coop, scope => JoinAsync(scope, household, alma, Furnish.LongAgo));
        await DoAsync(coop, scope => JoinAsync(scope, household, kim, Furnish.LongAgo));
        var moveIn = new MoveInInput(unit.Id, household.Id, null, null, Furnish.LongAgo, null);
        await DoAsync(coop, scope => MoveInAsync(scope, moveIn, by: alma));

        // act
        var outcomes = await AtOnceAsync(coop, scope => EndAsync(scope, alma), scope => EndAsync(scope, kim));

        // assert
        Assert.IsType<MemberStillLivesHereException>(Assert.Single(outcomes, o => o is not null));
        Assert.True(await AnyAsync(coop, db => db.HouseholdMemberships.Where(m => m.Until == null)));
    }

    [Fact]
    public async Task A_role_that_is_granted_at_the_same_moment_does_not_outlive_the_membership()
    {
        var (coop, alma, _, _, _) = await FurnishAsync("role");

        await AtOnceAsync(
            coop,
            scope => EndAsync(scope, alma),
            scope => MemberMutations.GrantRoleAsync(alma.Id, Role.Maintainer, Furnish.LongAgo, null, Db(scope), default)
        );

        Assert.False(
            await AnyAsync(coop, db => db.RoleAssignments.Where(r => r.MemberId == alma.Id && r.Until == null))
        );
    }

    [Fact]
    public async Task A_household_that_is_joined_at_the_same_moment_is_left_with_the_membership()
    {
        var (coop, alma, _, _, household) = await FurnishAsync("household");

        await AtOnceAsync(
            coop,
            scope => EndAsync(scope, alma),
            scope => JoinAsync(scope, household, alma, Furnish.LongAgo)
        );

        Assert.False(await AnyAsync(coop, db => db.HouseholdMemberships.Where(m => m.Until == null)));
    }

    [Fact]
    public async Task A_household_does_not_move_in_while_its_last_one_leaves()
    {
        var (coop, alma, _, unit, household) = await FurnishAsync("last-one");
        await DoAsync(coop, scope => JoinAsync(scope, household, alma, Furnish.LongAgo));

        var outcomes = await AtOnceAsync(
            coop,
            scope => HouseholdMutations.LeaveHouseholdAsync(household.Id, alma.Id, Left, Db(scope), default),
            scope => MoveInAsync(scope, new MoveInInput(unit.Id, household.Id, null, null, Left, null), by: alma)
        );

        var refusal = Assert.Single(outcomes, o => o is not null);
        Assert.True(refusal is HouseholdEmptyException or HouseholdStillLivesHereException, $"{refusal}");
    }

    private async Task<(Coop Coop, Member Alma, Member Kim, Unit Unit, Household Household)> FurnishAsync(string slug)
    {
        var coop = await house.AddCoopAsync(slug);
        var (alma, kim) = (Furnish.Member("Alma", "Öztürk"), Furnish.Member("Kim", "Berger"));
        var (building, unit) = Furnish.Unit("12");
        var household = Household.Form("Öztürk");
        await house.WriteAsync(
            coop,
            db =>
            {
                db.AddRange(alma, kim, building, unit, household);
                return Task.CompletedTask;
            }
        );
        return (coop, alma, kim, unit, household);
    }

    private static CooperatorDbContext Db(IServiceProvider scope) => scope.GetRequiredService<CooperatorDbContext>();

    private static Task EndAsync(IServiceProvider scope, Member member) =>
        MemberMutations.EndMembershipAsync(
            member.Id,
            Left,
            null,
            Db(scope),
            scope.GetRequiredService<CoopCalendar>(),
            scope.GetRequiredService<WorkOfLeavers>(),
            default
        );

    private static Task JoinAsync(IServiceProvider scope, Household household, Member member, DateOnly from) =>
        HouseholdMutations.JoinHouseholdAsync(household.Id, member.Id, from, Db(scope), default);

    private static Task MoveInAsync(IServiceProvider scope, MoveInInput input, Member by)
    {
        var coop = scope.GetRequiredService<CurrentCoop>();
        var board = new CurrentMember(coop, new CurrentActor());
        board.Enter(new(coop.RequiredId, coop.Slug!, coop.Slug!, "UTC", by.Id, [], []), []);
        return OccupancyMutations.MoveInAsync(
            input,
            Db(scope),
            board,
            scope.GetRequiredService<CoopCalendar>(),
            default
        );
    }

    private async Task<Exception?[]> AtOnceAsync(Coop coop, params Func<IServiceProvider, Task>[] doings)
    {
        using var allHaveLooked = new Barrier(doings.Length);
        return await Task.WhenAll(
            doings.Select(doing => Record.ExceptionAsync(() => DoAsync(coop, doing, allHaveLooked)).AsTask())
        );
    }

    private Task<bool> DoAsync(Coop coop, Func<IServiceProvider, Task> doing, Barrier? together = null)
    {
        var first = true;
        return house.InScopeAsync(async scope =>
        {
            scope.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
            return await scope
                .GetRequiredService<DatabaseTransactions>()
                .WriteAsync(
                    async _ =>
                    {
                        await doing(scope);
                        if (first && together is not null)
                        {
                            first = false;
                            await Task.Run(together.SignalAndWait, CancellationToken.None);
                        }

                        return true;
                    },
                    default
                );
        });
    }

    private Task<bool> AnyAsync<T>(Coop coop, Func<CooperatorDbContext, IQueryable<T>> which) =>
        house.ReadAsync(coop, db => which(db).AnyAsync());
}
