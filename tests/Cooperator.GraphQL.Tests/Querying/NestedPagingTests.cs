using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Querying;
using Cooperator.GraphQL.Tests.Building;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Querying;

/// <summary>A page of each parent's list: all of them by one query, and every one as if it were asked for alone.</summary>
public sealed class NestedPagingTests
{
    private const string Around = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    // The parent n has n items; days repeat and are missing.
    private static readonly Note[] Notes =
    [
        .. Enumerable
            .Range(1, 6)
            .SelectMany(issue =>
                Enumerable
                    .Range(1, issue)
                    .Select(number => new Note(
                        Id: (number * 7 % 13 * 100) + issue,
                        issue,
                        $"{issue}.{number}",
                        number % 3 == 0 ? null : new DateOnly(2026, 1, 1 + (number % 2))
                    ))
            ),
    ];

    private readonly Journal _journal = new();

    [Fact]
    public async Task The_pages_of_all_parents_are_one_query()
    {
        var issues = await AskAsync($"notes(first: 2) {{ nodes {{ text }} {Around} }}");

        Assert.Equal([7], _journal.Queries);
        Assert.Equal([0, 1, 2, 2, 2, 2, 2], issues.Select(issue => issue["notes"]!["nodes"]!.AsArray().Count));
        Assert.Equal(
            [false, false, false, true, true, true, true],
            issues.Select(issue => (bool)issue["notes"]!["pageInfo"]!["hasNextPage"]!)
        );
    }

    [Fact]
    public async Task Totals_are_those_of_the_whole_lists()
    {
        var issues = await AskAsync("notes(first: 1) { totalCount }");

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], issues.Select(issue => (int)issue["notes"]!["totalCount"]!));
        Assert.Equal([7], _journal.Queries);
    }

    [Fact]
    public async Task Different_pages_of_the_same_lists_are_a_query_each()
    {
        var issues = await AskAsync("one: notes(first: 1) { totalCount } two: notes(last: 1) { totalCount }");

        Assert.Equal(issues.Select(issue => (int)issue["one"]!["totalCount"]!), issues.Select(Total));
        Assert.Equal([7, 7], _journal.Queries);

        static int Total(JsonNode issue) => (int)issue["two"]!["totalCount"]!;
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(6, true)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    public async Task Walking_a_list_forward_and_backward_gives_it_once(int size, bool forward)
    {
        for (var issue = 0; issue <= 6; issue++)
        {
            var expected = Notes
                .Where(note => note.IssueId == issue)
                .OrderBy(note => note.Day is null)
                .ThenBy(note => note.Day)
                .ThenBy(note => note.Id)
                .Select(note => note.Text);

            Assert.Equal(expected, await WalkAsync(issue, size, forward));
        }
    }

    [Fact]
    public async Task What_lies_around_is_asked_for_all_parents_at_once()
    {
        var cursor = (string?)
            (await AskAsync($"notes(first: 1) {{ {Around} }}"))[3]["notes"]!["pageInfo"]!["endCursor"];
        _journal.Queries.Clear();

        var issues = await AskAsync($"notes(first: 9, after: \"{cursor}\") {{ {Around} }}");

        Assert.Equal([7, 7], _journal.Queries);
        Assert.True((bool)issues[3]["notes"]!["pageInfo"]!["hasPreviousPage"]!);
        Assert.False((bool)issues[0]["notes"]!["pageInfo"]!["hasPreviousPage"]!);
    }

    [Fact]
    public async Task A_wrong_cursor_is_an_error_at_each_list()
    {
        await using var server = TestServer.Of(
            builder => builder.Services.AddSingleton(_journal),
            typeof(Queries),
            typeof(IssueType)
        );

        var answer = await server.ExecuteAsync("{ issues { notes(after: \"nonsense\") { nodes { text } } } }");

        Assert.Contains("INVALID_CURSOR", answer, StringComparison.Ordinal);
    }

    private async Task<List<string>> WalkAsync(int issue, int size, bool forward)
    {
        var texts = new List<string>();
        string? cursor = null;
        while (true)
        {
            var place = cursor is null ? "" : $", {(forward ? "after" : "before")}: \"{cursor}\"";
            var page = (
                await AskAsync(
                    $"notes({(forward ? "first" : "last")}: {size}{place}) {{ nodes {{ text }} {Around} totalCount }}"
                )
            )[issue]["notes"]!;
            var found = page["nodes"]!.AsArray().Select(node => (string)node!["text"]!);
            texts.InsertRange(forward ? texts.Count : 0, found);
            var info = page["pageInfo"]!;
            Assert.Equal(cursor is not null, (bool)info[forward ? "hasPreviousPage" : "hasNextPage"]!);
            if (!(bool)info[forward ? "hasNextPage" : "hasPreviousPage"]!)
            {
                return texts;
            }

            cursor = (string?)info[forward ? "endCursor" : "startCursor"];
        }
    }

    private async Task<List<JsonNode>> AskAsync(string fields)
    {
        await using var server = TestServer.Of(
            builder => builder.Services.AddSingleton(_journal),
            typeof(Queries),
            typeof(IssueType)
        );
        return [.. (await server.QueryAsync($"{{ issues {{ {fields} }} }}"))["issues"]!.AsArray().Select(i => i!)];
    }

    public sealed class Journal
    {
        public List<int> Queries { get; } = [];
    }

    public sealed record Issue(int Id);

    public sealed record Note(int Id, int IssueId, string Text, DateOnly? Day);

    public sealed class NotesByIssue(Journal journal) : ConnectionDataLoader<int, Note>
    {
        protected override IQueryable<Note> Items => Notes.AsQueryable().OrderBy(note => note.Day);

        protected override Expression<Func<Note, int>> Parent => note => note.IssueId;

        protected override IQueryable<int> QueryOf(IReadOnlyList<int> keys)
        {
            journal.Queries.Add(keys.Count);
            return base.QueryOf(keys);
        }
    }

    [QueryType]
    public static class Queries
    {
        public static IReadOnlyList<Issue> GetIssues() => [.. Enumerable.Range(0, 7).Select(id => new Issue(id))];
    }

    [ObjectType<Issue>]
    public static class IssueType
    {
        [UsePaging]
        public static Task<Connection<Note>> GetNotesAsync(
            [Parent] Issue issue,
            PagingArguments page,
            NotesByIssue notes,
            CancellationToken ct
        ) => notes.LoadAsync(issue.Id, page, ct);
    }
}
