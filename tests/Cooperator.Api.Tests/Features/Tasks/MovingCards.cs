using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Tasks;

/// <summary>Cards go where they are dropped, over the API.</summary>
public sealed class MovingCards(BoardHouse board) : IClassFixture<BoardHouse>
{
    [Fact]
    public async Task A_card_lands_behind_or_before_its_neighbour_or_at_the_end()
    {
        var (a, b, c) = (await AddAsync("a eins"), await AddAsync("b eins"), await AddAsync("c eins"));

        await MoveAsync(c, $"column: REVIEW, afterTaskId: \"{a}\"");
        Assert.Equal(["a eins", "c eins", "b eins"], await ColumnAsync("eins"));
        await MoveAsync(b, $"column: REVIEW, beforeTaskId: \"{a}\"");
        Assert.Equal(["b eins", "a eins", "c eins"], await ColumnAsync("eins"));
        await MoveAsync(b, "column: REVIEW");
        Assert.Equal(["a eins", "c eins", "b eins"], await ColumnAsync("eins"));
    }

    [Fact]
    public async Task A_neighbour_that_has_gone_does_not_lose_the_move()
    {
        var (a, b, c, d) = (
            await AddAsync("a zwei"),
            await AddAsync("b zwei"),
            await AddAsync("c zwei"),
            await AddAsync("d zwei")
        );
        await MoveAsync(a, "column: IN_PROGRESS");

        // The one above has gone to another column: the one below counts.
        await MoveAsync(d, $"column: REVIEW, afterTaskId: \"{a}\", beforeTaskId: \"{b}\"");
        Assert.Equal(["d zwei", "b zwei", "c zwei"], await ColumnAsync("zwei"));

        // Both have gone, one of them for good.
        Assert.Null(await board.OutcomeAsync(Role.Maintainer, $"removeTask(input: {{ taskId: \"{b}\" }})"));
        await MoveAsync(d, $"column: REVIEW, afterTaskId: \"{b}\", beforeTaskId: \"{a}\"");
        Assert.Equal(["c zwei", "d zwei"], await ColumnAsync("zwei"));
        await MoveAsync(c, $"column: REVIEW, afterTaskId: \"{c}\"");
        Assert.Equal(["d zwei", "c zwei"], await ColumnAsync("zwei"));
    }

    [Fact]
    public async Task Many_who_drop_into_one_gap_at_once_all_land_in_it()
    {
        await AddAsync("top drei");
        var bottom = await AddAsync("bottom drei");
        var cards = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            cards.Add(await board.AddTaskAsync($"card {i} drei"));
        }

        await Task.WhenAll(cards.Select(card => MoveAsync(card, $"column: REVIEW, beforeTaskId: \"{bottom}\"")));

        var column = await ColumnAsync("drei");
        Assert.Equal(("top drei", "bottom drei", 10), (column[0], column[^1], column.Length));
        Assert.Equal(column, await ColumnAsync("drei"));
    }

    [Fact]
    public async Task One_card_that_is_dragged_by_two_at_once_is_in_one_place()
    {
        var card = await AddAsync("card vier");
        await Task.WhenAll(
            MoveAsync(card, "column: TODO"),
            MoveAsync(card, "column: IN_PROGRESS"),
            MoveAsync(card, "column: REVIEW")
        );
        var found = new List<string>();
        foreach (var column in new[] { "TODO", "IN_PROGRESS", "REVIEW", "DONE" })
        {
            found.AddRange(await board.TitlesAsync(column, "search: \"vier\""));
        }

        Assert.Equal(["card vier"], found);
    }

    [Fact]
    public async Task A_column_whose_ranks_got_long_is_ranked_anew_in_its_order()
    {
        // arrange: between the first two there is room only behind a long row of letters
        var crowded = "Zy" + new string('z', Rank.Longest - 3);
        var ids = await board.World.House.InCoopAsync(
            board.World.House.Lindenhof,
            (services, _) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                var alma = Furnish.Member("Alma", "Öztürk");
                var cards = new[] { "1", "2", "3" }
                    .Select(digit => Furnish.Task($"{digit} sechs", alma, crowded + digit, TaskColumn.Review))
                    .ToList();
                db.Add(alma);
                db.AddRange(cards);
                return Task.FromResult(cards.ConvertAll(c => NodeIds.Format("Task", c.Id)));
            }
        );
        var card = await AddAsync("dazwischen sechs");

        // act
        await MoveAsync(card, $"column: REVIEW, afterTaskId: \"{ids[0]}\"");

        // assert
        Assert.Equal(["1 sechs", "dazwischen sechs", "2 sechs", "3 sechs"], await ColumnAsync("sechs"));
        var ranks = await board[Role.Observer]
            .DataAsync("{ tasks(first: 100, filter: { search: \"sechs\" }) { nodes { rank } } }");
        Assert.All(
            BoardHouse.Nodes(ranks.GetProperty("tasks")),
            t => Assert.InRange(t.GetProperty("rank").GetString()!.Length, 1, 20)
        );
    }

    [Fact]
    public async Task Done_is_a_column_and_the_latest_is_the_first()
    {
        var (first, second) = (await AddAsync("first fünf"), await AddAsync("second fünf"));
        Assert.Null(await board.OutcomeAsync(Role.Resident, $"completeTask(input: {{ taskId: \"{first}\" }})"));
        board.World.House.Clock.Now = board.World.House.Clock.Now.AddSeconds(1);
        var done = await board.DoAsync(
            Role.Resident,
            $"moveTask(input: {{ taskId: \"{second}\", column: DONE, afterTaskId: \"{first}\" }})",
            "column completedBy { isMe } activity(first: 1) { nodes { kind } }"
        );

        Assert.Equal(
            """{"column":"DONE","completedBy":{"isMe":true},"activity":{"nodes":[{"kind":"task.completed"}]}}""",
            done.GetProperty("task").ToString()
        );
        Assert.Equal(["second fünf", "first fünf"], await board.TitlesAsync("DONE", "search: \"fünf\""));
        Assert.Equal(
            "TASK_ALREADY_DONE",
            await board.OutcomeAsync(Role.Resident, $"completeTask(input: {{ taskId: \"{first}\" }})")
        );
        Assert.Equal(
            "DONE_TASK_IS_KEPT",
            await board.OutcomeAsync(Role.Admin, $"removeTask(input: {{ taskId: \"{first}\" }})")
        );

        var reopened = await board.DoAsync(
            Role.Resident,
            $"moveTask(input: {{ taskId: \"{first}\", column: REVIEW }})",
            "column completedAt activity(first: 1) { nodes { kind } }"
        );
        Assert.Equal(
            """{"column":"REVIEW","completedAt":null,"activity":{"nodes":[{"kind":"task.reopened"}]}}""",
            reopened.GetProperty("task").ToString()
        );
        Assert.Equal(
            "TASK_NOT_DONE",
            await board.OutcomeAsync(Role.Resident, $"reopenTask(input: {{ taskId: \"{first}\" }})")
        );
    }

    private Task<string> AddAsync(string title) => board.AddTaskAsync(title, "REVIEW");

    private async Task MoveAsync(string card, string where) =>
        Assert.Null(await board.OutcomeAsync(Role.Resident, $"moveTask(input: {{ taskId: \"{card}\", {where} }})"));

    private Task<string[]> ColumnAsync(string of) => board.TitlesAsync("REVIEW", $"search: \"{of}\"");
}
