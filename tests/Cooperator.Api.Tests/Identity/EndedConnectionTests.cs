using System.Net.Http.Json;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Events;
using Cooperator.Api.Tests.Isolation;
using Cooperator.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cooperator.Api.Tests.Identity;

/// <summary>What is over closes at once what it had open, though nothing else happens there.</summary>
public sealed class EndedConnectionTests(IdentityHouse house, DatabaseServer server) : IClassFixture<IdentityHouse>
{
    private const string Members = "subscription { memberChanged { memberId } }";

    [Fact]
    public Task A_session_ended_on_the_account_page_closes_its_socket() =>
        ClosesAsync(async (person, _) => await (await house.SignedInAsync(person)).DeleteAsync("/auth/sessions"));

    [Fact]
    public Task A_new_password_closes_the_sockets_of_other_sessions() =>
        ClosesAsync(
            async (person, _) =>
                await (await house.SignedInAsync(person)).PostAsJsonAsync(
                    "/auth/password/change",
                    new { current = person.Password, next = "a-balcony-with-seven-tomatoes" }
                )
        );

    [Fact]
    public Task Signing_out_closes_the_socket() =>
        ClosesAsync((_, tokens) => RefreshTokenAsync("revoke", tokens.Refresh));

    [Fact]
    public Task A_refresh_token_used_twice_closes_the_socket() =>
        ClosesAsync(
            async (_, tokens) =>
            {
                await RefreshTokenAsync("refresh", tokens.Refresh);
                house.Clock.Now += TimeSpan.FromSeconds(1);
                await RefreshTokenAsync("refresh", tokens.Refresh);
            }
        );

    [Fact]
    public Task What_another_node_ends_closes_the_socket_here() =>
        ClosesAsync((person, _) => OwnerAsync($"DELETE FROM sessions WHERE account_id = '{person.AccountId}'"));

    [Fact]
    public Task What_ends_while_nobody_listens_to_the_database_is_closed_afterwards() =>
        ClosesAsync(
            async (person, _) =>
            {
                await OwnerAsync(
                    $"""
                    ALTER TABLE sessions DISABLE TRIGGER sessions_tell_their_end;
                    DELETE FROM sessions WHERE account_id = '{person.AccountId}';
                    ALTER TABLE sessions ENABLE TRIGGER sessions_tell_their_end;
                    """
                );
                var relay = house.Services.GetRequiredService<EventRelay>();
                await server.ExecuteAsync($"SELECT pg_terminate_backend({relay.ProcessId}, 5000)");
            }
        );

    [Fact]
    public async Task A_personal_access_token_that_is_revoked_closes_its_socket()
    {
        // arrange
        var person = await house.AddPersonAsync();
        var browser = await house.SignedInAsync(person);
        var token = new
        {
            name = "Calendar",
            scopes = new[] { "read" },
            expiresInDays = 1,
        };
        var made = await (await browser.PostAsJsonAsync("/auth/tokens", token)).JsonAsync(200);
        await using var idle = await LiveAsync(made.Text("token"));

        // act
        await browser.DeleteAsync($"/auth/tokens/{made.Text("id")}");

        // assert
        await ExpectClosedAsync(idle);
    }

    [Fact]
    public async Task A_session_that_is_ended_ends_its_event_stream()
    {
        // arrange
        var person = await house.AddPersonAsync();
        var program = house.Program((await house.TokensAsync(person)).Access);
        await using var idle = await EventStreamClient.OpenAsync(house.Services, program, Members);
        Assert.True(await idle.BeginsWithCommentAsync());

        // act
        await (await house.SignedInAsync(person)).DeleteAsync("/auth/sessions");

        // assert
        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, (await idle.NextAsync()).ValueKind);
    }

    private async Task ClosesAsync(Func<Person, Tokens, Task> end)
    {
        // arrange
        var person = await house.AddPersonAsync();
        var tokens = await house.TokensAsync(person);
        await using var idle = await LiveAsync(tokens.Access);
        await using var another = await LiveAsync((await house.TokensAsync(await house.AddPersonAsync())).Access);

        // act
        await end(person, tokens);

        // assert
        await ExpectClosedAsync(idle);
        await another.SendAsync(new { type = "ping" });
        Assert.Equal("pong", (await another.NextAsync()).Text("type"));
    }

    private async Task<LiveClient> LiveAsync(string token)
    {
        var live = await LiveClient.ConnectAsync(house, new { coop = "lindenhof", authorization = "Bearer " + token });
        Assert.Equal("connection_ack", (await live.NextAsync()).Text("type"));
        return live;
    }

    private static async Task ExpectClosedAsync(LiveClient live)
    {
        var last = await live.NextAsync();
        Assert.Equal("closed", last.Text("type"));
        Assert.Equal(4403, last.GetProperty("code").GetInt32());
    }

    private Task<HttpResponseMessage> RefreshTokenAsync(string what, string refreshToken) =>
        house.CreateClient().PostAsJsonAsync($"/auth/token/{what}", new { refreshToken });

    /// <summary>What the owner of the tables does in the database, behind the back of this node.</summary>
    private async Task OwnerAsync(string sql)
    {
        var owner = house.Services.GetRequiredService<DatabaseConnections>().Owner;
        await using var database = NpgsqlDataSource.Create(owner);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
