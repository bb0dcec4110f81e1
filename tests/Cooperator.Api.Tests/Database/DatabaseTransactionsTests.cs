using System.Diagnostics;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Database;

public sealed class DatabaseTransactionsTests(TestHouse house) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task What_is_read_is_of_one_moment()
    {
        var coop = await house.AddCoopAsync("one-moment");

        var counts = await house.ReadAsync(
            coop,
            async db =>
            {
                var before = await db.Buildings.CountAsync();
                await house.WriteAsync(coop, other => Add(other, "Meanwhile"));
                return (before, after: await db.Buildings.CountAsync());
            }
        );

        Assert.Equal((0, 0), counts);
    }

    [Fact]
    public async Task Who_gives_up_while_the_database_works_leaves_nothing_behind_for_the_next()
    {
        var coop = await house.AddCoopAsync("given-up");
        using var leaves = new CancellationTokenSource();

        // act: the first statement of a transaction carries its settings, and is given up
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            house.ReadAsync(
                coop,
                async db =>
                {
                    var sleeping = db
                        .Database.SqlQueryRaw<string>("SELECT 'late' AS \"Value\" FROM pg_sleep(300)")
                        .ToListAsync(leaves.Token);
                    await leaves.CancelAsync();
                    return await sleeping;
                }
            )
        );

        // assert: a scope without a co-op has nothing to tell, so its first result is its own
        Assert.Equal(
            ["here"],
            await house.InScopeAsync(scope =>
                scope
                    .GetRequiredService<CooperatorDbContext>()
                    .Database.SqlQueryRaw<string>("SELECT 'here' AS \"Value\"")
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Nothing_can_be_written_while_reading()
    {
        var coop = await house.AddCoopAsync("reading");
        await Assert.ThrowsAnyAsync<DbUpdateException>(() =>
            house.ReadAsync(
                coop,
                async db =>
                {
                    await Add(db, "Sneaked in");
                    return await db.SaveChangesAsync();
                }
            )
        );
    }

    [Fact]
    public async Task Work_that_another_transaction_got_in_between_is_run_again_on_what_that_one_left()
    {
        // arrange
        var coop = await house.AddCoopAsync("run-again");
        await house.WriteAsync(coop, db => Add(db, "0"));
        using var bothHaveLooked = new Barrier(2);

        // act: each adds one to the number in the name
        await Task.WhenAll(CountUpAsync(), CountUpAsync());

        // assert
        Assert.Equal("2", await house.ReadAsync(coop, db => db.Buildings.Select(b => b.Name).SingleAsync()));

        Task CountUpAsync()
        {
            var first = true;
            return house.WriteAsync(
                coop,
                async db =>
                {
                    var building = await db.Buildings.SingleAsync();
                    if (first)
                    {
                        first = false;
                        await Task.Run(bothHaveLooked.SignalAndWait);
                    }

                    building.Change($"{int.Parse(building.Name) + 1}", null);
                }
            );
        }
    }

    [Fact]
    public async Task A_name_that_two_give_at_once_is_refused_to_the_second_in_words()
    {
        var coop = await house.AddCoopAsync("same-name");
        await house.WriteAsync(coop, db => Add(db, "Vorderhaus"));

        await Assert.ThrowsAsync<BuildingNameTakenException>(() => house.WriteAsync(coop, db => Add(db, "Vorderhaus")));
    }

    [Fact]
    public async Task Who_finds_a_place_taken_again_and_again_is_run_again_each_time()
    {
        var coop = await house.AddCoopAsync("taken-places");
        var alma = Furnish.Member("Alma", "Lund");
        await house.WriteAsync(coop, db => Task.FromResult(db.Add(alma)));
        await house.WriteAsync(coop, db => Task.FromResult(db.Add(Furnish.Task("There", alma, "a1"))));

        var attempts = 0;
        await house.WriteAsync(
            coop,
            db => Task.FromResult(db.Add(Furnish.Task("New", alma, ++attempts < 4 ? "a1" : "a2")))
        );

        Assert.Equal(4, attempts);
    }

    [Fact]
    public async Task After_a_failure_nothing_of_the_attempt_is_saved_later()
    {
        var coop = await house.AddCoopAsync("failure");
        await house.InScopeAsync(async scope =>
        {
            scope.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
            var db = scope.GetRequiredService<CooperatorDbContext>();
            var transactions = scope.GetRequiredService<DatabaseTransactions>();
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                transactions.WriteAsync(
                    async _ =>
                    {
                        await Add(db, "Half done");
                        throw new InvalidOperationException();
                    },
                    default
                )
            );
            await transactions.WriteAsync(_ => Add(db, "Done"), default);
            return true;
        });

        Assert.Equal(["Done"], await house.ReadAsync(coop, db => db.Buildings.Select(b => b.Name).ToListAsync()));
    }

    [Fact]
    public async Task The_co_op_is_told_with_the_first_query_and_not_by_a_round_trip_of_its_own()
    {
        var coop = await house.AddCoopAsync("round-trips");
        var commands = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.query.text") is string text && text.Contains("round_trip_mark"))
                {
                    commands.Add(text);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        await house.ReadAsync(coop, db => db.Buildings.TagWith("round_trip_mark").CountAsync());

        Assert.Contains("app.coop_id", Assert.Single(commands), StringComparison.Ordinal);
    }

    private static Task Add(CooperatorDbContext db, string name)
    {
        db.Add(new Building(name, null));
        return Task.CompletedTask;
    }
}
