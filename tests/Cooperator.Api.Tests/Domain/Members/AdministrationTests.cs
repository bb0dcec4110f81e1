using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Tests.Domain.Members;

/// <summary>A co-op is never without an administrator.</summary>
public sealed class AdministrationTests(TestHouse house) : IClassFixture<TestHouse>
{
    private static readonly DateOnly Today = new(2026, 5, 4);

    [Fact]
    public async Task The_last_administrator_can_not_step_down()
    {
        var coop = await house.AddCoopAsync("step-down");
        var alma = await AddAsync(coop, "Alma", Role.Admin);

        var refusal = await Assert.ThrowsAsync<LastAdminException>(() => StepDownAsync(coop, alma, null));

        Assert.Equal(Today.AddDays(1), refusal.From);
    }

    [Fact]
    public async Task The_last_administrator_can_not_leave_the_co_op()
    {
        var coop = await house.AddCoopAsync("leave");
        var alma = await AddAsync(coop, "Alma", Role.Admin);

        await Assert.ThrowsAsync<LastAdminException>(() =>
            house.WriteAsync(
                coop,
                async db =>
                {
                    var member = await LoadAsync(db.Members, alma);
                    member.Leave(Today, null, await Administration.LoadAsync(db, default), Today);
                }
            )
        );
    }

    [Fact]
    public async Task Of_two_administrators_who_step_down_at_once_one_stays()
    {
        // arrange
        var coop = await house.AddCoopAsync("both-at-once");
        Guid[] admins = [await AddAsync(coop, "Alma", Role.Admin), await AddAsync(coop, "Kerem", Role.Admin)];
        using var bothHaveLooked = new Barrier(2);

        // act
        var outcomes = await Task.WhenAll(
            admins.Select(a => Record.ExceptionAsync(() => StepDownAsync(coop, a, bothHaveLooked)).AsTask())
        );

        // assert
        Assert.IsType<LastAdminException>(Assert.Single(outcomes, o => o is not null));
        var left = await house.ReadAsync(
            coop,
            db => db.RoleAssignments.CountAsync(r => r.Role == Role.Admin && r.Until == null)
        );
        Assert.Equal(1, left);
    }

    [Fact]
    public async Task An_administrator_whose_successor_is_in_office_may_step_down()
    {
        var coop = await house.AddCoopAsync("successor");
        var alma = await AddAsync(coop, "Alma", Role.Admin);
        await AddAsync(coop, "Kerem", Role.Admin);

        await StepDownAsync(coop, alma, null);

        var roles = await house.ReadAsync(coop, db => LoadAsync(db.Members, alma));
        Assert.True(roles.Is(Role.Admin, Today));
        Assert.False(roles.Is(Role.Admin, Today.AddDays(1)));
    }

    private async Task<Guid> AddAsync(Coop coop, string given, Role role)
    {
        var member = Furnish.Member(given, "Öztürk", role);
        await house.WriteAsync(
            coop,
            db =>
            {
                db.Add(member);
                return Task.CompletedTask;
            }
        );
        return member.Id;
    }

    private Task StepDownAsync(Coop coop, Guid memberId, Barrier? together)
    {
        var first = true;
        return house.WriteAsync(
            coop,
            async db =>
            {
                var member = await LoadAsync(db.Members, memberId);
                var administration = await Administration.LoadAsync(db, default);
                if (first && together is not null)
                {
                    first = false;
                    await Task.Run(together.SignalAndWait);
                }

                var office = member.RoleAssignments.Single(r => r.Role == Role.Admin);
                member.EndRole(office.Id, Today, administration, Today);
            }
        );
    }

    private static Task<Member> LoadAsync(IQueryable<Member> members, Guid id) =>
        members.Include(m => m.Periods).Include(m => m.RoleAssignments).AsSingleQuery().SingleAsync(m => m.Id == id);
}
