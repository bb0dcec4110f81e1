using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Platform.Mail;
using Cooperator.Api.Tests.Platform.Startup;
using Cooperator.GraphQL;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>kill -9 of the real program after the mail server has taken a letter and before that is written down.</summary>
public sealed class KilledWhileSendingTests
{
    private static readonly string[] People = ["ada@example.org", "bela@example.org", "cleo@example.org"];

    [Fact]
    public async Task Each_letter_arrives_at_least_once_and_again_only_under_the_same_id()
    {
        // arrange: a letter to Ada is taken, and no receipt given for it
        using var installation = new Installation();
        var receipt = new TaskCompletionSource();
        await using var office = new PostOffice { Unreceipted = (People[0], receipt.Task) };
        await installation.StartAsync(["--Mail:Host=127.0.0.1", $"--Mail:Port={office.Port}", "--Mail:StartTls=false"]);
        Guid coop;
        using (var board = await installation.BoardAsync())
        {
            coop = await CoopOfAsync(board);
            foreach (var email in People)
            {
                await GrantAsync(board, email);
            }

            await Eventually.HoldsAsync(() => Task.FromResult(People.All(email => Ids(office, email).Count > 0)));
        }

        // act
        await installation.KillAsync(serverToo: false);
        receipt.SetResult();
        await installation.StartAsync();
        // Time passes until the letters are anybody's again.
        await installation.CountAsync(
            "UPDATE deliveries SET claimed_until = now() WHERE claimed_until IS NOT NULL RETURNING kind, 1::bigint",
            coop
        );

        // assert
        await Eventually.HoldsAsync(async () =>
            await installation.CountAsync(
                "SELECT state, count(*) FROM deliveries WHERE kind = 'ROLE_GRANTED' GROUP BY 1",
                coop
            )
                is [("SENT", 3)]
        );
        Assert.Equal(2, Ids(office, People[0]).Count);
        Assert.All(People, email => Assert.Single(Ids(office, email).Distinct()));
        await LinkOpensAsync(installation, office);
    }

    // Behind the link in a letter is a page of the app, and only its button ends anything.
    private static async Task LinkOpensAsync(Installation installation, PostOffice office)
    {
        var letter = office.Letters.Last(l => l.Contains(People[1], StringComparison.Ordinal));
        var link = new Uri(letter.Unfolded().Header("List-Unsubscribe").Trim('<', '>'));
        using var anybody = installation.Anybody();
        using var page = await anybody.GetAsync(link.PathAndQuery);
        using var click = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var clicked = await anybody.PostAsync(link.PathAndQuery, click);

        // Without the web app, which not every build has, there is no page.
        Assert.Contains(
            ((int)page.StatusCode, page.Content.Headers.ContentType?.MediaType),
            new (int, string?)[] { (200, "text/html"), (404, "application/problem+json") }
        );
        Assert.Equal(204, (int)clicked.StatusCode);
    }

    private static List<string> Ids(PostOffice office, string email) =>
        [
            .. office
                .Letters.Where(l => l.Contains($"<{email}>", StringComparison.Ordinal))
                .Select(l => l.Header("Message-ID")),
        ];

    private static async Task<Guid> CoopOfAsync(HttpClient board)
    {
        var answer = await board.AskAsync("{ coop { id } }");
        return NodeIds.ParseGuid(answer.Data().GetProperty("coop").Text("id"), "Coop");
    }

    /// <summary>Adds somebody and grants a role, of which they are told by e-mail.</summary>
    private static async Task GrantAsync(HttpClient board, string email)
    {
        var added = await board.AskAsync(
            $$"""
            mutation { addMember(input: {
              givenName: "Robin", familyName: "Lund", joinedOn: "2026-01-01", email: "{{email}}"
            }) { member { id } errors { __typename } } }
            """
        );
        var id = added.Data().GetProperty("addMember").GetProperty("member").Text("id");
        var granted = await board.AskAsync(
            $$"""
            mutation { grantRole(input: { memberId: "{{id}}", role: MAINTAINER, from: "2026-01-01" }) { errors { __typename } } }
            """
        );
        Assert.DoesNotContain("__typename", granted.Data().ToString(), StringComparison.Ordinal);
    }
}
