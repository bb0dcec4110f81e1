using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Platform.Startup;
using Cooperator.GraphQL;

namespace Cooperator.Api.Tests.Features.Duties;

/// <summary>Two nodes of the real program look after the duties of a house, and kill -9 takes now one, now the other.</summary>
public sealed class KilledWhilePlanningTests
{
    private const int Rounds = 3;

    private static readonly string[] Jobs = ["--Jobs:CheckInSeconds=1"];

    [Fact]
    public async Task Each_day_is_handed_out_once_whichever_node_is_killed_when()
    {
        // arrange: a house that serves, and two nodes that work
        using var installation = new Installation();
        await installation.StartAsync(["--Jobs:Enabled=false"]);
        using var board = await installation.BoardAsync();
        var coop = await CoopOfAsync(board);
        await CreateDailyDutyAsync(board);
        RealProgram[] nodes = [await installation.StartNodeAsync(Jobs), await installation.StartNodeAsync(Jobs)];
        try
        {
            for (var round = 1; round <= Rounds; round++)
            {
                // act: days come near, and as soon as a node has begun with them, one of the two is killed
                await installation.CountAsync(
                    "UPDATE duties SET lead_days = lead_days + 60 WHERE title = 'Tor abschließen' RETURNING title, 1::bigint",
                    coop
                );
                await board.AskAsync(
                    """mutation { runJob(input: { name: "duty-round" }) { errors { __typename } } }"""
                );
                await Eventually.HoldsAsync(async () => await RunsAsync(installation) >= round);
                var killed = round % nodes.Length;
                nodes[killed].Dispose();
                nodes[killed] = await installation.StartNodeAsync(Jobs);

                // assert
                var days = 1 + 28 + 60 * round;
                await Eventually.HoldsAsync(async () => await DaysAsync(installation, coop) == (days, days, days));
            }
        }
        finally
        {
            Array.ForEach(nodes, node => node.Dispose());
        }
    }

    private static async Task<Guid> CoopOfAsync(HttpClient board)
    {
        var answer = await board.AskAsync("{ coop { id } }");
        return NodeIds.ParseGuid(answer.Data().GetProperty("coop").Text("id"), "Coop");
    }

    private static async Task CreateDailyDutyAsync(HttpClient board)
    {
        var me = await board.AskAsync("{ me { member { id } } }");
        var member = me.Data().GetProperty("me").GetProperty("member").Text("id");
        var created = await board.AskAsync(
            $$"""
            mutation { createDuty(input: {
              title: "Tor abschließen", rule: "FREQ=DAILY", memberIds: ["{{member}}"]
            }) { duty { id } errors { __typename } } }
            """
        );
        Assert.NotEmpty(created.Data().GetProperty("createDuty").GetProperty("duty").Text("id"));
    }

    private static async Task<long> RunsAsync(Installation installation) =>
        (await installation.CountAsync("SELECT 'runs', count(*) FROM job_runs WHERE job = 'duty-round'"))[0].Count;

    /// <summary>The days of the duty, on how many different dates, and the tasks somebody holds for them.</summary>
    private static async Task<(long Days, long Dates, long Held)> DaysAsync(Installation installation, Guid coop)
    {
        var counts = await installation.CountAsync(
            """
            WITH days AS (SELECT o.* FROM duty_occurrences o JOIN duties d ON d.id = o.duty_id WHERE d.title = 'Tor abschließen')
            SELECT 'days', count(*) FROM days
            UNION ALL SELECT 'dates', count(DISTINCT due_on) FROM days
            UNION ALL SELECT 'held', count(*) FROM tasks t JOIN task_assignments a ON a.task_id = t.id
                WHERE t.title = 'Tor abschließen'
            """,
            coop
        );
        return (counts[0].Count, counts[1].Count, counts[2].Count);
    }
}
