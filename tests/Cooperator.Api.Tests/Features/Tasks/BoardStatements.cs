using System.Globalization;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Comments;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Isolation;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Tasks;

/// <summary>How often the board goes to the database: as often for 500 cards as for five.</summary>
public sealed class BoardStatements(BoardStatements.FullHouse house) : IClassFixture<BoardStatements.FullHouse>
{
    private const string Board = """
        query Board($first: Int!) {
          board {
            assignmentLimit
            columns {
              column name wipLimit count
              tasks(first: $first) {
                nodes {
                  id title column rank dueOn overdue
                  labels { id name colour }
                  assignees { id displayName }
                  checklistProgress { done total }
                  commentCount
                }
                pageInfo { hasNextPage endCursor }
              }
            }
          }
        }
        """;

    [Fact]
    public async Task Five_hundred_cards_take_as_many_statements_as_some()
    {
        var some = await CountAsync(Board, new { first = 2 });
        var all = await CountAsync(Board, new { first = 125 });

        Assert.Equal(some, all);
        // Columns, limit, counts, one page of each column, labels, who has it, checklists, comments.
        Assert.Equal(11, all);
    }

    [Fact]
    public async Task A_move_reads_the_card_and_its_gap_and_writes_one_batch()
    {
        const string Move = """
            mutation Move($card: ID!, $after: ID!) {
              moveTask(input: { taskId: $card, column: TODO, afterTaskId: $after }) { task { id column rank } errors { __typename } }
            }
            """;
        var statements = await LeastAsync(Move, new { card = house.Card, after = house.Other });

        Assert.Equal(3, statements.Count);
        Assert.Contains("UPDATE tasks", statements[2], StringComparison.Ordinal);
        Assert.Contains("INSERT INTO event_log", statements[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_on_the_board_asks_nobody_anew_who_they_are()
    {
        const string Move =
            "mutation M($card: ID!) { moveTask(input: { taskId: $card, column: IN_PROGRESS }) { task { id } } }";

        // The relay still tells of members who were added: for them everybody is asked once more.
        var looked = new List<int>();
        for (var count = 0; count < 5; count++)
        {
            var statements = await StatementCounter.CountAsync(() => AskAsync(Move, new { card = house.Watched }));
            looked.Add(statements.Count(s => s.Contains("FROM members", StringComparison.Ordinal)));
        }

        Assert.Equal(0, looked.Min());
    }

    [Fact]
    public async Task The_tasks_of_fifty_members_are_some_statements_more()
    {
        const string Members =
            "query M($first: Int!) { members(first: $first) { nodes { tasks(first: 3) { nodes { title } } } } }";
        Assert.Equal(await CountAsync(Members, new { first = 2 }), await CountAsync(Members, new { first = 50 }));
    }

    [Fact]
    public async Task However_many_look_on_a_moved_card_is_read_once()
    {
        const string Watch = """
            subscription { taskChanged { kind task {
              id title column rank dueOn overdue labels { id name colour } assignees { id displayName }
              checklistProgress { done total } commentCount
            } } }
            """;
        var told = new List<string>();

        var statements = await StatementCounter.CountAsync(async () =>
        {
            var boards = new List<LiveSocket>();
            for (var count = 0; count < 12; count++)
            {
                var person = await house.AddPersonAsync(count % 2 == 0 ? Role.Resident : Role.Admin);
                var token = (await house.TokensAsync(person)).Access;
                boards.Add(await LiveSocket.OpenAsync(house, token, "lindenhof"));
                await boards[^1].SubscribeAsync(Watch);
            }

            const string Move =
                "mutation M($card: ID!) { moveTask(input: { taskId: $card, column: REVIEW }) { task { id } } }";
            await AskAsync(Move, new { card = house.Watched });
            foreach (var board in boards)
            {
                told.Add((await board.NextAsync()).ToString());
                await board.DisposeAsync();
            }
        });

        Assert.Equal(12, told.Count);
        Assert.Contains("\"column\":\"REVIEW\"", Assert.Single(told.Distinct()), StringComparison.Ordinal);
        Assert.Single(statements, s => s.Contains("task_labelings", StringComparison.Ordinal));
    }

    private Task<List<string>> LeastAsync(string query, object variables) =>
        StatementCounter.LeastAsync(() => AskAsync(query, variables));

    private async Task<int> CountAsync(string query, object variables) => (await LeastAsync(query, variables)).Count;

    private async Task AskAsync(string query, object variables)
    {
        var answer = await house.Admin.AskAsync(query, variables: variables);
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
    }

    /// <summary>125 cards in each column, with something of everything on them.</summary>
    public sealed class FullHouse(DatabaseServer server) : IdentityHouse(server)
    {
        public HttpClient Admin { get; private set; } = null!;

        public string Card { get; private set; } = "";

        /// <summary>The card above <see cref="Card"/>, and the one above that.</summary>
        public string Other { get; private set; } = "";

        public string Watched { get; private set; } = "";

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Server.PreserveExecutionContext = true;
            await InCoopAsync(
                Lindenhof,
                (services, _) => FillAsync(services.GetRequiredService<CooperatorDbContext>())
            );
            Admin = Program((await TokensAsync(await AddPersonAsync(Role.Admin))).Access);
            Clock.Now = Clock.Now.AddSeconds(1);
        }

        protected override void Replace(IServiceCollection services) =>
            services.ConfigureDbContext<CooperatorDbContext>(options =>
                options.AddInterceptors(new StatementCounter())
            );

        private Task<bool> FillAsync(CooperatorDbContext db)
        {
            var members = Enumerable
                .Range(1, 60)
                .Select(i => Furnish.Member("Kim", "Berg " + i.ToString(CultureInfo.InvariantCulture)))
                .ToList();
            var label = new TaskLabel("Garten", LabelColour.Green);
            db.AddRange(members);
            db.Add(label);
            var random = new Random(1);
            foreach (var column in Enum.GetValues<TaskColumn>())
            {
                foreach (var (rank, i) in Rank.Following(null, 125, random).Select((rank, i) => (rank, i)))
                {
                    var doing = column == TaskColumn.Done ? TaskColumn.Todo : column;
                    var place = column == TaskColumn.Done ? "b" + rank : rank;
                    var task = Furnish.Task($"Karte {i}", members[i % 60], place, doing);
                    task.Assign(members[i % 60].Id, members[0].Id, Furnish.Recorded.At);
                    task.Assign(members[(i + 7) % 60].Id, members[0].Id, Furnish.Recorded.At);
                    task.Label(label);
                    task.AddChecklistItem("Schritt");
                    db.AddRange(
                        task,
                        Comment.Write(task, new CommentText("Ja", []), members[0].Id, Furnish.Recorded.At)
                    );
                    if (column == TaskColumn.Done)
                    {
                        task.Complete(members[0].Id, Furnish.Recorded.At.AddMinutes(i));
                    }
                    else if (column == TaskColumn.Todo)
                    {
                        (Watched, Other, Card) = (Other, Card, NodeIds.Format("Task", task.Id));
                    }
                }
            }

            return Task.FromResult(true);
        }
    }
}
