using System.Net.Http.Json;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Npgsql;

namespace Cooperator.Api.Tests.Isolation;

public sealed class CancellationTests(TwoCoops house) : IClassFixture<TwoCoops>
{
    [Fact]
    public async Task A_request_that_is_given_up_half_way_changes_nothing()
    {
        var ours = await Traces.OfAsync(house.Connections.Owner, house.Ours);
        var before = await ours.FingerprintAsync();
        await using var connection = new NpgsqlConnection(house.Connections.Owner);
        await connection.OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            // The name can be changed, its event can not be written yet.
            await RunAsync(connection, "LOCK TABLE event_log IN EXCLUSIVE MODE");
            using var giveUp = new CancellationTokenSource();
            var sent = SendAsync(giveUp.Token);
            await Eventually.HoldsAsync(async () =>
                await RunAsync(
                    connection,
                    "SELECT count(*) FROM pg_locks WHERE relation = 'event_log'::regclass AND NOT granted"
                )
                    is > 0L
            );
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);

            // The server gave up too: nobody waits for the lock any more.
            await Eventually.HoldsAsync(async () =>
                await RunAsync(
                    connection,
                    "SELECT count(*) FROM pg_locks WHERE relation = 'event_log'::regclass AND NOT granted"
                )
                    is 0L
            );
            await transaction.RollbackAsync();
        }

        Assert.Equal(before, await ours.FingerprintAsync());
        (await house[Viewer.Admin].AskAsync("{ members { totalCount } }")).Data();
    }

    private async Task SendAsync(CancellationToken ct)
    {
        var query = $$"""
            mutation { renameMember(input: { memberId: "{{house.Ours.Id(
                "Member"
            )}}", givenName: "Half", familyName: "Way" }) { errors { __typename } } }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Add("Cooperator-Coop", "lindenhof");
        using var answer = await house[Viewer.Admin].SendAsync(request, ct);
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
