using System.Net.Http.Json;
using System.Text;
using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Identity;

public sealed class TokenTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task An_access_token_opens_the_house_for_ten_minutes()
    {
        var person = await house.AddPersonAsync();
        var program = house.Program((await house.TokensAsync(person)).Access);
        var session = await (await program.GetAsync("/auth/session")).JsonAsync(200);
        Assert.Equal(person.Email, session.GetProperty("account").Text("email"));
        await (await program.PatchAsJsonAsync("/auth/profile", new { name = "No cookie, no header" })).JsonAsync(200);

        house.Clock.Now += TimeSpan.FromMinutes(11);
        await (await program.GetAsync("/auth/profile")).ProblemAsync(401, "TOKEN_INVALID");
    }

    [Fact]
    public async Task Wrong_credentials_get_no_token()
    {
        var person = await house.AddPersonAsync();
        var answer = await house
            .CreateClient()
            .PostAsJsonAsync("/auth/token", new { person.Email, password = "wrong" });
        await answer.ProblemAsync(401, "WRONG_CREDENTIALS");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a token")]
    [InlineData("a.b.c")]
    [InlineData("coop_pat_nothing")]
    public async Task Nonsense_opens_nothing(string token) =>
        await (await house.Program(token + "x").GetAsync("/auth/profile")).ProblemAsync(401, "TOKEN_INVALID");

    [Fact]
    public async Task A_changed_or_unsigned_token_opens_nothing()
    {
        var person = await house.AddPersonAsync();
        var other = await house.AddPersonAsync();
        var parts = (await house.TokensAsync(person)).Access.Split('.');
        var foreign = (await house.TokensAsync(other)).Access.Split('.');
        var none = Base64(Encoding.UTF8.GetString(Decode(parts[0])).Replace("HS256", "none", StringComparison.Ordinal));
        string[] forged =
        [
            $"{parts[0]}.{foreign[1]}.{parts[2]}",
            $"{none}.{parts[1]}.",
            $"{none}.{parts[1]}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.",
        ];
        foreach (var token in forged)
        {
            await (await house.Program(token).GetAsync("/auth/profile")).ProblemAsync(401, "TOKEN_INVALID");
        }
    }

    [Fact]
    public async Task Refreshing_exchanges_the_token_and_using_the_old_one_again_ends_the_family()
    {
        var tokens = await house.TokensAsync(await house.AddPersonAsync());
        var second = await (await RefreshAsync(tokens.Refresh)).JsonAsync(200);
        Assert.NotEqual(tokens.Refresh, second.Text("refreshToken"));
        Assert.Equal(600, second.GetProperty("expiresIn").GetInt32());
        await (await house.Program(second.Text("accessToken")).GetAsync("/auth/profile")).JsonAsync(200);

        house.Clock.Now += TimeSpan.FromSeconds(1);
        await (await RefreshAsync(tokens.Refresh)).ProblemAsync(401, "REFRESH_TOKEN_REUSED");
        await (await RefreshAsync(second.Text("refreshToken"))).ProblemAsync(401, "REFRESH_TOKEN_INVALID");
        await (await house.Program(second.Text("accessToken")).GetAsync("/auth/profile")).ProblemAsync(
            401,
            "TOKEN_INVALID"
        );
    }

    [Fact]
    public async Task Of_refreshes_at_the_same_moment_one_wins_and_the_family_lives()
    {
        var tokens = await house.TokensAsync(await house.AddPersonAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RefreshAsync(tokens.Refresh)));
        var winner = await Assert.Single(answers, a => a.IsSuccessStatusCode).JsonAsync(200);
        foreach (var loser in answers.Where(a => !a.IsSuccessStatusCode))
        {
            await loser.ProblemAsync(401, "REFRESH_TOKEN_REUSED");
        }

        await (await RefreshAsync(winner.Text("refreshToken"))).JsonAsync(200);
    }

    [Fact]
    public async Task A_refresh_token_ends_when_it_is_revoked_or_not_used()
    {
        var person = await house.AddPersonAsync();
        var revoked = await house.TokensAsync(person);
        var answer = await house
            .CreateClient()
            .PostAsJsonAsync("/auth/token/revoke", new { refreshToken = revoked.Refresh });
        Assert.Equal(204, (int)answer.StatusCode);
        await (await RefreshAsync(revoked.Refresh)).ProblemAsync(401, "REFRESH_TOKEN_INVALID");
        await (await house.Program(revoked.Access).GetAsync("/auth/profile")).ProblemAsync(401, "TOKEN_INVALID");

        var forgotten = await house.TokensAsync(person);
        house.Clock.Now += TimeSpan.FromDays(31);
        await (await RefreshAsync(forgotten.Refresh)).ProblemAsync(401, "REFRESH_TOKEN_INVALID");
    }

    [Fact]
    public async Task Signing_in_works_again_after_the_signing_keys_were_replaced()
    {
        var person = await house.AddPersonAsync();
        var old = await house.TokensAsync(person);
        house.Clock.Now += TimeSpan.FromDays(91);
        var current = await house.TokensAsync(person);
        Assert.NotEqual(old.Access.Split('.')[0], current.Access.Split('.')[0]);
        await (await house.Program(current.Access).GetAsync("/auth/profile")).JsonAsync(200);
    }

    [Fact]
    public async Task Nothing_secret_lies_readable_in_the_database()
    {
        var person = await house.AddPersonAsync();
        var tokens = await house.TokensAsync(person);
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        Assert.DoesNotContain(
            Encoding.UTF8.GetBytes(tokens.Refresh),
            await db.RefreshTokens.Select(t => t.Hash).ToListAsync()
        );
        Assert.Contains(Secret.HashOf(tokens.Refresh), await db.RefreshTokens.Select(t => t.Hash).ToListAsync());
        var noted = await db.SecurityLog.Where(e => e.AccountId == person.AccountId).Select(e => e.Kind).ToListAsync();
        Assert.Equal([SecurityEvent.SignedIn], noted);
    }

    private Task<HttpResponseMessage> RefreshAsync(string refreshToken) =>
        house.CreateClient().PostAsJsonAsync("/auth/token/refresh", new { refreshToken });

    private static string Base64(string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static byte[] Decode(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
