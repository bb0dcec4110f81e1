using System.Globalization;
using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Tasks;

/// <summary>
/// Many people, each signed in as themselves, drag cards about one board at once, over real HTTP. <c>BOARD_PEOPLE</c> and
/// <c>BOARD_MOVES</c> make it more of them and longer; the bench does it for a minute.
/// </summary>
public sealed class DraggingTests(DraggingTests.OpenHouse house) : IClassFixture<DraggingTests.OpenHouse>
{
    private const int Cards = 80;

    private static readonly string[] Columns = ["TODO", "IN_PROGRESS", "REVIEW", "DONE"];

    private static int People => FromEnvironment("BOARD_PEOPLE", 200);

    private static int Moves => FromEnvironment("BOARD_MOVES", 2);

    [Fact]
    public async Task No_card_is_lost_or_there_twice_and_every_board_ends_equal()
    {
        // arrange
        var cards = await house.AddCardsAsync(Cards);
        var people = await house.CallersAsync(People);

        // act: each of them has a connection and a picture of the board of their own, and soon an old one
        var seed = Random.Shared.Next();
        var codes = await Task.WhenAll(people.Select((person, i) => DragAsync(person, cards, new Random(seed + i))));

        // assert
        Assert.True(codes.All(c => c.Count == 0), $"{seed}: {string.Join(", ", codes.SelectMany(c => c).Distinct())}");
        var boards = await Task.WhenAll(people.Select(ReadAsync));
        var one = boards[0];
        Assert.All(boards, board => Assert.Equal(one, board));
        Assert.Equal(
            cards.Order(StringComparer.Ordinal),
            one.Select(c => c.Id).Where(cards.Contains).Order(StringComparer.Ordinal)
        );
        foreach (var column in one.GroupBy(c => c.Column, c => c.Rank))
        {
            Assert.Equal(column.Distinct().Order(StringComparer.Ordinal), column);
        }
    }

    [Fact]
    public async Task Who_completes_and_reopens_the_same_card_at_once_is_never_told_of_a_fault_and_hours_count_once()
    {
        // arrange: few cards, so that people meet, and each of them worth two hours of one member's time
        var (holder, cards) = await house.AddWorkAsync(4, hours: 2);
        var people = await house.CallersAsync(40);

        // act
        var seed = Random.Shared.Next();
        var codes = await Task.WhenAll(
            people.Select((person, i) => DragAsync(person, cards, new Random(seed + i), ["TODO", "DONE"], moves: 6))
        );

        // assert
        Assert.True(codes.All(c => c.Count == 0), $"{seed}: {string.Join(", ", codes.SelectMany(c => c).Distinct())}");
        var done = (await ReadAsync(people[0])).Count(c => c.Column == "DONE" && cards.Contains(c.Id));
        Assert.Equal(2 * done, await house.HoursOfAsync(holder));
    }

    private static Task<List<string>> DragAsync(HttpClient client, List<string> cards, Random random) =>
        DragAsync(client, cards, random, Columns, Moves);

    private static async Task<List<string>> DragAsync(
        HttpClient client,
        List<string> cards,
        Random random,
        string[] columns,
        int moves
    )
    {
        var codes = new List<string>();
        for (var i = 0; i < moves; i++)
        {
            string Any() => cards[random.Next(cards.Count)];
            var answer = await client.AskAsync(
                """
                mutation Drag($card: ID!, $column: TaskColumn!, $after: ID, $before: ID) {
                  moveTask(input: { taskId: $card, column: $column, afterTaskId: $after, beforeTaskId: $before }) {
                    errors { ... on Error { code } }
                  }
                }
                """,
                variables: new
                {
                    card = Any(),
                    column = columns[random.Next(columns.Length)],
                    after = random.Next(3) > 0 ? Any() : null,
                    before = random.Next(3) > 0 ? Any() : null,
                }
            );
            codes.AddRange(answer.Codes());
            if (
                answer.Codes().Length == 0
                && answer.Data().GetProperty("moveTask").GetProperty("errors")
                    is { ValueKind: JsonValueKind.Array } errors
            )
            {
                codes.Add(errors[0].Text("code"));
            }
        }

        return codes;
    }

    private static async Task<List<(string Column, string Id, string Rank)>> ReadAsync(HttpClient client)
    {
        var board = await client.AskAsync("{ board { columns { column tasks(first: 150) { nodes { id rank } } } } }");
        return
        [
            .. from column in board.Data().GetProperty("board").GetProperty("columns").EnumerateArray()
            from card in BoardHouse.Nodes(column.GetProperty("tasks"))
            select (column.Text("column"), card.Text("id"), card.Text("rank")),
        ];
    }

    private static int FromEnvironment(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;

    /// <summary>The program behind a real port.</summary>
    public sealed class OpenHouse : IdentityHouse
    {
        public OpenHouse(DatabaseServer server)
            : base(server) => UseKestrel();

        /// <summary>So many people of Lindenhof, each with an account, a token and connections of their own.</summary>
        public async Task<List<HttpClient>> CallersAsync(int count)
        {
            var callers = new List<HttpClient>();
            foreach (var some in Enumerable.Range(0, count).Chunk(8))
            {
                callers.AddRange(await Task.WhenAll(some.Select(_ => CallerAsync())));
            }

            return callers;
        }

        private async Task<HttpClient> CallerAsync()
        {
            var caller = CreateClient();
            var token = (await TokensAsync(await AddPersonAsync())).Access;
            caller.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return caller;
        }

        /// <summary>So many cards, all held by one member, and each worth so many hours.</summary>
        public Task<(Guid Holder, List<string> Cards)> AddWorkAsync(int count, decimal hours) =>
            InCoopAsync(
                Lindenhof,
                (services, _) =>
                {
                    var db = services.GetRequiredService<CooperatorDbContext>();
                    var holder = Furnish.Member("Piotr", "Nowak");
                    var cards = Rank.Following(null, count, Random.Shared)
                        .Select((rank, i) => Furnish.Task($"Treppe {i}", holder, rank, hours: hours))
                        .ToList();
                    cards.ForEach(card => card.Assign(holder.Id, holder.Id, card.CreatedAt));
                    db.Add(holder);
                    db.AddRange(cards);
                    return Task.FromResult((holder.Id, cards.ConvertAll(c => NodeIds.Format("Task", c.Id))));
                }
            );

        /// <summary>What the ledger says a member has worked, all in all.</summary>
        public Task<decimal> HoursOfAsync(Guid member) =>
            InCoopAsync(
                Lindenhof,
                (services, ct) =>
                    services
                        .GetRequiredService<CooperatorDbContext>()
                        .HoursLines.Where(l => l.MemberId == member)
                        .SumAsync(l => l.Hours, ct)
            );

        public Task<List<string>> AddCardsAsync(int count) =>
            InCoopAsync(
                Lindenhof,
                (services, _) =>
                {
                    var db = services.GetRequiredService<CooperatorDbContext>();
                    var alma = Furnish.Member("Alma", "Öztürk");
                    var cards = Rank.Following(null, count, Random.Shared)
                        .Select((rank, i) => Furnish.Task($"Karte {i}", alma, rank))
                        .ToList();
                    db.Add(alma);
                    db.AddRange(cards);
                    return Task.FromResult(cards.ConvertAll(c => NodeIds.Format("Task", c.Id)));
                }
            );
    }
}
