using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Tests.Database;

public sealed class PreparedQueryTests(TestHouse house) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task It_asks_for_what_it_is_given_each_time_and_in_the_co_op_of_who_asks()
    {
        // arrange
        var query = new PreparedQuery<IReadOnlyList<Guid>, DateOnly, Member>(
            static (db, ids, day) =>
                db
                    .Members.Where(m => ids.Contains(m.Id) && m.Periods.Any(p => p.JoinedOn <= day))
                    .OrderBy(m => m.SortName)
        );
        var (here, there) = (await house.AddCoopAsync("here"), await house.AddCoopAsync("there"));
        var (alma, piotr) = (Furnish.Member("Alma", "Linde"), Furnish.Member("Piotr", "Nowak"));
        await house.WriteAsync(
            here,
            db =>
            {
                db.AddRange(alma, piotr);
                return Task.CompletedTask;
            }
        );

        // act
        var both = await AskAsync(here, [alma.Id, piotr.Id], Furnish.LongAgo);
        var one = await AskAsync(here, [piotr.Id], Furnish.LongAgo);
        var tooEarly = await AskAsync(here, [alma.Id], Furnish.LongAgo.AddDays(-1));
        var elsewhere = await AskAsync(there, [alma.Id, piotr.Id], Furnish.LongAgo);

        // assert
        Assert.Equal(["Alma", "Piotr"], both);
        Assert.Equal(["Piotr"], one);
        Assert.Empty(tooEarly);
        Assert.Empty(elsewhere);

        Task<List<string>> AskAsync(Cooperator.Api.Features.Coops.Coop coop, Guid[] ids, DateOnly day) =>
            house.ReadAsync(coop, async db => await query.Ask(db, ids, day).Select(m => m.GivenName).ToListAsync());
    }

    [Fact]
    public async Task It_may_have_a_query_within_and_an_enumeration_and_rows_to_be_changed()
    {
        // arrange
        var query = new PreparedQuery<TaskColumn, Guid, CoopTask>(
            static (db, column, other) =>
            {
                var others = db.Tasks.Where(t => t.Id == other);
                return db.Tasks.Where(t => t.Column == column && others.Any(o => o.Rank.CompareTo(t.Rank) < 0));
            }
        )
        {
            Tracked = true,
        };
        var coop = await house.AddCoopAsync("within");
        var by = Furnish.Member("Kim", "Berg");
        var (first, second) = (Furnish.Task("first", by, "a"), Furnish.Task("second", by, "b"));
        var elsewhere = Furnish.Task("elsewhere", by, "c", TaskColumn.Review);
        await house.WriteAsync(
            coop,
            db =>
            {
                db.AddRange(by, first, second, elsewhere);
                return Task.CompletedTask;
            }
        );

        // act
        foreach (var title in (string[])["once", "twice"])
        {
            await house.WriteAsync(
                coop,
                async db =>
                {
                    var behind = await query.Ask(db, TaskColumn.Todo, first.Id).SingleAsync();
                    behind.Change(new TaskDescription(title, null, null, null));
                }
            );
        }

        // assert
        Assert.Equal(
            ["first", "twice", "elsewhere"],
            await house.ReadAsync(coop, db => db.Tasks.OrderBy(t => t.Rank).Select(t => t.Title).ToListAsync())
        );
    }

    [Fact]
    public async Task A_builder_that_computes_with_its_parameter_is_refused()
    {
        var coop = await house.AddCoopAsync("computing");
        var query = new PreparedQuery<IReadOnlyList<Guid>, Member>(
            static (db, ids) =>
            {
                var first = ids[0];
                return db.Members.Where(m => m.Id == first);
            }
        );

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            house.ReadAsync(coop, async db => await query.Ask(db, [Guid.NewGuid()]).ToListAsync())
        );

        Assert.Equal("A prepared query must pass each of its parameters on as it is.", refusal.Message);
    }
}
