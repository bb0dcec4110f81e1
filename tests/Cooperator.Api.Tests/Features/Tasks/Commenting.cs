using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Tasks;

/// <summary>Talking about tasks, over the API.</summary>
public sealed class Commenting(BoardHouse board) : IClassFixture<BoardHouse>
{
    [Fact]
    public async Task A_comment_names_members_and_is_told_with_their_ids()
    {
        var task = await board.AddTaskAsync("Hecke schneiden");
        var kerem = board.IdOf(Role.Maintainer);

        var comment = await AddAsync(
            task,
            $"Hilfst du, @[Kerem]({kerem})? Nicht @[Nobody](TWVtYmVyOg) und nicht @[Task]({task})."
        );

        Assert.Equal($$"""[{"id":"{{kerem}}"}]""", comment.GetProperty("mentions").ToString());
        Assert.Single(await MentionedAsync("task.commented"));

        // Who is still named in it was told already.
        var id = comment.GetProperty("id").GetString();
        await board[Role.Resident]
            .DataAsync(
                $$"""mutation { changeComment(input: { commentId: "{{id}}", body: "@[Kerem]({{kerem}})!" }) { comment { editedAt } } }"""
            );
        Assert.Empty(await MentionedAsync("task.comment_changed"));
    }

    [Fact]
    public async Task What_was_removed_leaves_its_place()
    {
        var task = await board.AddTaskAsync("Müll trennen");
        var first = (await AddAsync(task, "Erstens")).GetProperty("id").GetString()!;
        await AddAsync(task, "Zweitens");

        Assert.Equal(["FORBIDDEN"], await CodesAsync(Role.Admin, Change(first)));
        Assert.Equal("", await OutcomeAsync(Role.Maintainer, Remove(first)));
        Assert.Equal("COMMENT_REMOVED", await OutcomeAsync(Role.Resident, Remove(first)));
        Assert.Equal("COMMENT_REMOVED", await OutcomeAsync(Role.Resident, Change(first)));

        var told = await board[Role.Observer]
            .DataAsync(
                $$"""{ task(id: "{{task}}") { commentCount comments(first: 5) { totalCount nodes { body author { isMe } } } } }"""
            );
        Assert.Equal(
            """{"commentCount":1,"comments":{"totalCount":2,"nodes":[{"body":null,"author":{"isMe":false}},{"body":"Zweitens","author":{"isMe":false}}]}}""",
            told.GetProperty("task").ToString()
        );
    }

    [Fact]
    public async Task Others_neither_change_nor_remove_what_somebody_said()
    {
        var task = await board.AddTaskAsync("Flur fegen");
        var theirs = (await AddAsync(task, "Von der Verwaltung", Role.Maintainer)).GetProperty("id").GetString()!;

        Assert.Equal(["FORBIDDEN"], await CodesAsync(Role.Resident, Change(theirs)));
        Assert.Equal(["FORBIDDEN"], await CodesAsync(Role.Resident, Remove(theirs)));
        Assert.Equal(["FORBIDDEN"], await CodesAsync(Role.Observer, Add(task, "Ich auch")));
    }

    [Fact]
    public async Task Only_what_can_be_talked_about_is_commented_on()
    {
        var task = await board.AddTaskAsync("Weg damit");

        Assert.Equal(
            "COMMENT_SUBJECT_NOT_FOUND",
            await OutcomeAsync(Role.Resident, Add(board.IdOf(Role.Admin), "Hallo"))
        );
        Assert.Equal("REQUIRED", await OutcomeAsync(Role.Resident, Add(task, "  ")));
        Assert.Equal("TOO_LONG", await OutcomeAsync(Role.Resident, Add(task, new string('x', 10_001))));

        // With the task go its comments.
        await AddAsync(task, "Wirklich?");
        Assert.Null(await board.OutcomeAsync(Role.Resident, $$"""removeTask(input: { taskId: "{{task}}" })"""));
        Assert.Equal("COMMENT_SUBJECT_NOT_FOUND", await OutcomeAsync(Role.Resident, Add(task, "Ja")));
    }

    [Fact]
    public async Task A_task_is_removed_or_commented_on_but_no_comment_is_left_alone()
    {
        var task = await board.AddTaskAsync("Zugleich");

        var removed = board.OutcomeAsync(Role.Resident, $$"""removeTask(input: { taskId: "{{task}}" })""");
        var commented = Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => OutcomeAsync(Role.Resident, Add(task, $"Kommentar {i}")))
        );

        Assert.Null(await removed);
        Assert.All(await commented, c => Assert.Contains(c, new[] { "", "COMMENT_SUBJECT_NOT_FOUND" }));
    }

    private static string Add(string subject, string body) =>
        $$"""addComment(input: { subjectId: "{{subject}}", body: "{{body}}" })""";

    private static string Change(string comment) =>
        $$"""changeComment(input: { commentId: "{{comment}}", body: "Anders" })""";

    private static string Remove(string comment) => $$"""removeComment(input: { commentId: "{{comment}}" })""";

    private async Task<JsonElement> AddAsync(string task, string body, Role who = Role.Resident)
    {
        var added = await board[who]
            .DataAsync($$"""mutation { done: {{Add(task, body)}} { comment { id mentions { id } } } }""");
        return added.GetProperty("done").GetProperty("comment");
    }

    private Task<string[]> CodesAsync(Role who, string mutation) =>
        board[who].CodesAsync($$"""mutation { {{mutation}} { comment { id } } }""");

    private async Task<string> OutcomeAsync(Role who, string mutation)
    {
        var done = await board[who]
            .DataAsync($$"""mutation { done: {{mutation}} { errors { ... on Error { code } } } }""");
        var errors = done.GetProperty("done").GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Array ? errors[0].GetProperty("code").GetString()! : "";
    }

    private Task<List<string>> MentionedAsync(string kind) =>
        board.World.House.InCoopAsync(
            board.World.House.Lindenhof,
            async (services, ct) =>
            {
                var events = services.GetRequiredService<CooperatorDbContext>().Events;
                var last = await events.Where(e => e.Kind == kind).OrderByDescending(e => e.Id).FirstAsync(ct);
                var ids = JsonElement.Parse(last.Payload).GetProperty("mentionedIds");
                return ids.EnumerateArray().Select(id => id.GetString()!).ToList();
            }
        );
}
