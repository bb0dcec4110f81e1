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

    [Fact]
    public void Who_stays_for_a_while_only_does_not_let_the_other_one_go()
    {
        var (alma, kerem) = (Admin("Alma"), Admin("Kerem"));
        var administration = Of(alma, kerem);
        End(kerem, NewYear.AddDays(-1), administration);

        var refusal = Assert.Throws<LastAdminException>(() => End(alma, Today, administration));

        Assert.Equal(NewYear, refusal.From);
    }

    [Fact]
    public void Whoever_is_to_come_is_kept_when_the_present_one_goes()
    {
        var (alma, kerem) = (Admin("Alma"), Admin("Kerem", from: NewYear));
        var administration = Of(alma, kerem);
        End(alma, NewYear.AddDays(-1), administration);

        var refusal = Assert.Throws<LastAdminException>(() => End(kerem, Today.AddDays(-1), administration));

        Assert.Equal(NewYear, refusal.From);
    }

    [Fact]
    public void An_office_is_handed_over_from_one_day_to_the_next()
    {
        var (alma, kerem) = (Admin("Alma"), Admin("Kerem", from: Today.AddDays(1)));

        End(alma, Today, Of(alma, kerem));

        Assert.Equal(Today, OfficeOf(alma).Until);
    }

    [Fact]
    public void A_day_between_two_administrators_is_one_without()
    {
        var (alma, kerem) = (Admin("Alma"), Admin("Kerem", from: Today.AddDays(2)));

        var refusal = Assert.Throws<LastAdminException>(() => End(alma, Today, Of(alma, kerem)));

        Assert.Equal(Today.AddDays(1), refusal.From);
    }

    [Fact]
    public void Who_can_not_sign_in_does_not_administrate()
    {
        var (alma, kerem) = (Admin("Alma"), Furnish.Member("Kerem", "Öztürk", Role.Admin));
        var administration = Of(alma, kerem);

        Assert.Throws<LastAdminException>(() => End(alma, Today, administration));
        End(kerem, Today, administration);

        Assert.Equal(Today, OfficeOf(kerem).Until);
    }

    [Fact]
    public void Who_is_only_now_written_down_as_a_former_administrator_was_never_counted_on()
    {
        var (alma, former) = (Admin("Alma"), Admin("Kerem"));
        var administration = Of(alma);
        End(alma, NewYear, Of(alma, Admin("Robin")));

        former.Leave(Today.AddYears(-1), null, administration, Today);

        Assert.Equal(Today.AddYears(-1), OfficeOf(former).Until);
    }

    private static DateOnly NewYear => new(2027, 1, 1);

    private static Administration Of(params Member[] holders) =>
        new(new Coop("test", "Test", "UTC", "EUR", "en"), holders);

    private static Member Admin(string given, DateOnly? from = null)
    {
        var member = Furnish.Member(given, "Öztürk", from is null ? Role.Admin : Role.Resident);
        member.ConnectAccount(Guid.CreateVersion7());
        if (from is { } first)
        {
            member.Grant(Role.Admin, new DaySpan(first, null));
        }

        return member;
    }

    private static void End(Member member, DateOnly until, Administration administration) =>
        member.EndRole(OfficeOf(member).Id, until, administration, Today);

    private static RoleAssignment OfficeOf(Member member) => member.RoleAssignments.Single(r => r.Role == Role.Admin);

    private async Task<Guid> AddAsync(Coop coop, string given, Role role)
    {
        var member = Furnish.Member(given, "Öztürk", role);
        member.ConnectAccount(Guid.CreateVersion7());
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
