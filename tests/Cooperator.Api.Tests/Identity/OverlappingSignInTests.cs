using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Cooperator.Api.Tests.Identity;

public sealed partial class OverlappingSignInTests(PausingHouse house) : IClassFixture<PausingHouse>
{
    private const string Next = "a whole new sentence";

    [Theory]
    [InlineData("/auth/sign-in")]
    [InlineData("/auth/token")]
    public async Task Who_knows_the_old_password_does_not_slip_in_while_it_is_reset(string path)
    {
        var person = await house.AddPersonAsync();
        var answer = await OverlapAsync(
            person,
            () => house.Browser().PostAsJsonAsync(path, new { person.Email, person.Password })
        );

        await answer.ProblemAsync(401, "WRONG_CREDENTIALS");
        var browser = await house.SignedInAsync(person with { Password = Next });
        Assert.Equal(1, (await (await browser.GetAsync("/auth/sessions")).JsonAsync(200)).GetArrayLength());
    }

    [Fact]
    public async Task Who_knows_the_old_password_does_not_change_the_one_that_was_just_chosen()
    {
        var person = await house.AddPersonAsync();
        var browser = await house.SignedInAsync(person);
        var change = new { current = person.Password, next = "an intruder's sentence" };
        var answer = await OverlapAsync(person, () => browser.PostAsJsonAsync("/auth/password/change", change));

        await answer.ProblemAsync(401, "WRONG_CREDENTIALS");
        await house.SignedInAsync(person with { Password = Next });
    }

    [Fact]
    public async Task A_password_is_looked_at_once_whoever_has_the_address_and_whether_they_have_one()
    {
        var person = await house.AddPersonAsync();
        foreach (var email in new[] { person.Email, "super@example.org", "nobody@example.org" })
        {
            var before = house.Hasher.Count;
            var answer = await house.Browser().PostAsJsonAsync("/auth/sign-in", new { email, password = "wrong" });
            await answer.ProblemAsync(401, "WRONG_CREDENTIALS");
            Assert.Equal(before + 1, house.Hasher.Count);
        }
    }

    /// <summary>What a request is answered whose password was found right just before a reset.</summary>
    private async Task<HttpResponseMessage> OverlapAsync(Person person, Func<Task<HttpResponseMessage>> request)
    {
        using var client = house.CreateClient();
        await client.PostAsJsonAsync("/auth/password/forgot", new { person.Email });
        var token = Token().Match(await house.Mail.LetterToAsync(person.Email)).Groups["token"].Value;
        var looked = house.Hasher.PauseNext();
        var answer = Task.Run(request);
        await looked;

        var reset = new
        {
            person.Email,
            token,
            password = Next,
        };
        await (await client.PostAsJsonAsync("/auth/password/reset", reset)).JsonAsync(204);
        house.Hasher.GoOn();
        return await answer;
    }

    [GeneratedRegex("token=(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
