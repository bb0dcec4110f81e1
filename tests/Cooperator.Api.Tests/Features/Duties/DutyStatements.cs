using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Isolation;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Duties;

/// <summary>How often duties go to the database: as often for a dozen as for two.</summary>
public sealed class DutyStatements(DutyStatements.CountingHouse house) : IClassFixture<DutyStatements.CountingHouse>
{
    [Fact]
    public async Task The_turns_to_come_of_a_dozen_duties_take_as_many_statements_as_of_two()
    {
        using var admin = house.Program((await house.TokensAsync(await house.AddPersonAsync(Role.Admin))).Access);
        await AddDutiesAsync(house.Lindenhof, 2);
        var two = await CountAsync(admin);
        await AddDutiesAsync(house.Lindenhof, 10);
        Assert.Equal(two, await CountAsync(admin));
    }

    [Fact]
    public async Task A_round_over_a_dozen_duties_takes_as_many_statements_as_over_two()
    {
        await AddDutiesAsync(house.Seestrasse, 2);
        var (few, twoDays) = await PlanAsync();
        await AddDutiesAsync(house.Seestrasse, 10);
        var (many, tenDays) = await PlanAsync();

        Assert.Equal((few, twoDays * 5), (many, tenDays));
    }

    private static async Task<int> CountAsync(HttpClient admin)
    {
        const string Query = "{ duties { title nextTurns(count: 4) { dueOn member { displayName } } } }";
        return (await StatementCounter.LeastAsync(async () => (await admin.AskAsync(Query)).Data())).Count;
    }

    private Task<(int Statements, int Days)> PlanAsync() =>
        house.InCoopAsync(
            house.Seestrasse,
            async (services, ct) =>
            {
                var days = 0;
                var planner = services.GetRequiredService<DutyPlanner>();
                var statements = await StatementCounter.CountAsync(async () => days = await planner.PlanAsync(ct));
                return (statements.Count, days);
            }
        );

    private Task AddDutiesAsync(Coop coop, int count) =>
        house.InCoopAsync(
            coop,
            (services, _) =>
            {
                var today = services.GetRequiredService<CoopCalendar>().Today;
                var people = Enumerable.Range(0, 3).Select(i => Furnish.Member($"Ada {i}", "Dienst")).ToArray();
                var description = new DutyDescription("Treppe fegen", null, "FREQ=WEEKLY", today, 1.5m, 28);
                var duties = Enumerable
                    .Range(0, count)
                    .Select(_ => new RecurringDuty(description, [.. people.Select(p => p.Id)], today, people[0].Id));
                var db = services.GetRequiredService<CooperatorDbContext>();
                db.AddRange(people);
                db.AddRange(duties);
                return Task.FromResult(true);
            }
        );

    public sealed class CountingHouse(DatabaseServer server) : IdentityHouse(server)
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Server.PreserveExecutionContext = true;
        }

        protected override void Replace(IServiceCollection services) =>
            services.ConfigureDbContext<CooperatorDbContext>(options =>
                options.AddInterceptors(new StatementCounter())
            );
    }
}
