using System.Net;
using Cooperator.Api.Features.Members;
using Ical.Net;

namespace Cooperator.Api.Tests.Features.Tasks;

/// <summary>The secret link for calendar programs, as one of them uses it.</summary>
public sealed class CalendarFeeds(BoardHouse board) : IClassFixture<BoardHouse>
{
    [Fact]
    public async Task A_calendar_program_finds_what_its_owner_has_to_do_and_when()
    {
        var mine = await AddAsync("Heizung; entlüften, überall\\nZeile", "2026-12-24", Role.Resident);
        var done = await AddAsync("Schon getan", "2026-12-25", Role.Resident);
        await AddAsync("Von jemand anderem", "2026-12-26", Role.Maintainer);
        await AddAsync("Ohne Tag", null, Role.Resident);
        Assert.Null(await board.OutcomeAsync(Role.Resident, $"completeTask(input: {{ taskId: \"{done}\" }})"));
        var link = await CreateAsync(Role.Resident);

        using var answer = await GetAsync(link);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.Private);
        var calendar = Calendar.Load(await answer.Content.ReadAsStringAsync())!;
        var only = Assert.Single(calendar.Events);
        Assert.Equal("Heizung; entlüften, überall", only.Summary);
        Assert.Equal(("2026-12-24", false), ($"{only.Start!.Value:yyyy-MM-dd}", only.Start.HasTime));
        Assert.EndsWith($"/tasks/{mine}", only.Url!.ToString(), StringComparison.Ordinal);

        // Nothing new is not sent again; what has changed keeps its identity.
        using var again = await GetAsync(link, answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Null(
            await board.OutcomeAsync(
                Role.Resident,
                $"changeTask(input: {{ taskId: \"{mine}\", dueOn: \"2026-12-31\" }})"
            )
        );
        using var changed = await GetAsync(link, answer.Headers.ETag!.ToString());
        var moved = Assert.Single(Calendar.Load(await changed.Content.ReadAsStringAsync())!.Events);
        Assert.Equal((only.Uid, 31), (moved.Uid, moved.Start!.Value.Day));
    }

    [Fact]
    public async Task A_link_leads_nowhere_once_there_is_another_one_or_none()
    {
        var first = await CreateAsync(Role.Maintainer);
        var second = await CreateAsync(Role.Maintainer);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second.Replace("lindenhof", "seestrasse")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/calendar/nowhere/x.ics"));
        Assert.NotEqual("", await SinceAsync(Role.Maintainer, Role.Maintainer));
        Assert.Equal("", await SinceAsync(Role.Admin, Role.Maintainer));

        await RevokeAsync(Role.Maintainer);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
        Assert.Equal("", await SinceAsync(Role.Maintainer, Role.Maintainer));
        Assert.Contains("CALENDAR_FEED_NOT_FOUND", await RevokeAsync(Role.Maintainer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_role_any_more_finds_nothing()
    {
        var person = await board.World.House.AddPersonAsync();
        var caller = await Support.GraphQLCaller.SignInAsync(board.World.House, person, "lindenhof");
        var link = await CreateAsync(caller);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));

        var id = Cooperator.GraphQL.NodeIds.Format("Member", person.MemberId);
        var yesterday = board.World.House.Clock.Now.AddDays(-1);
        await board[Role.Admin]
            .DataAsync(
                $$"""mutation { endMembership(input: { memberId: "{{id}}", leftOn: "{{yesterday:yyyy-MM-dd}}" }) { member { id } } }"""
            );

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link));
    }

    private async Task<string> AddAsync(string title, string? dueOn, Role who)
    {
        var day = dueOn is null ? "null" : $"\"{dueOn}\"";
        var parts = title.Split("\\n");
        var description = parts.Length > 1 ? $"\"{parts[1]}\"" : "null";
        var added = await board.DoAsync(
            who,
            $$"""addTask(input: { title: "{{parts[0]}}", description: {{description}}, dueOn: {{day}} })"""
        );
        var id = added.GetProperty("task").GetProperty("id").GetString()!;
        Assert.Null(await board.OutcomeAsync(who, $"takeTask(input: {{ taskId: \"{id}\" }})"));
        return id;
    }

    private Task<string> CreateAsync(Role who) => CreateAsync(board[who]);

    private static async Task<string> CreateAsync(Support.GraphQLCaller caller)
    {
        var made = await caller.DataAsync("mutation { createCalendarFeed { url } }");
        return new Uri(made.GetProperty("createCalendarFeed").GetProperty("url").GetString()!).PathAndQuery;
    }

    private async Task<string> RevokeAsync(Role who) =>
        (
            await board[who]
                .DataAsync("mutation { revokeCalendarFeed { member { id } errors { ... on Error { code } } } }")
        ).ToString();

    private async Task<string> SinceAsync(Role who, Role whose)
    {
        var told = await board[who].DataAsync($$"""{ member(id: "{{board.IdOf(whose)}}") { calendarFeedSince } }""");
        return told.GetProperty("member").GetProperty("calendarFeedSince").ToString();
    }

    private async Task<HttpStatusCode> StatusAsync(string link)
    {
        using var answer = await GetAsync(link);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> GetAsync(string link, string? known = null)
    {
        // Nobody is signed in.
        using var client = board.World.House.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return await client.SendAsync(request);
    }
}
