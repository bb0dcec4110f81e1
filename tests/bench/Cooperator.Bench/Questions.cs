using System.Net.Http.Json;

namespace Cooperator.Bench;

/// <summary>What everybody is asked: one thing, pages with relations, a long list without a database, and to write.</summary>
internal static class Questions
{
    public static IEnumerable<Question> All(
        Lindenhof lindenhof,
        ServerProcess floor,
        ServerProcess api,
        ServerProcess engine,
        IReadOnlyDictionary<string, ServerProcess> others
    )
    {
        var member = new { id = lindenhof.MemberId };
        yield return new Question(
            "one member with unit",
            [
                new Contestant("floor", floor, () => Get($"/member/{lindenhof.MemberRowId}")),
                new Contestant("the API", api, () => lindenhof.Ask(Lindenhof.MemberQuery, member)),
                .. Others(Lindenhof.MemberQuery, member),
            ]
        );
        yield return new Question(
            "page of 50 members with units and roles",
            [
                new Contestant("floor", floor, () => Get("/members")),
                new Contestant("the API", api, () => lindenhof.Ask(Lindenhof.PageQuery)),
                .. Others(Lindenhof.PageQuery, null),
            ]
        );
        yield return new Question(
            "50 tasks with their assignees",
            [
                new Contestant("floor", floor, () => Get("/tasks")),
                new Contestant("the API", api, () => lindenhof.Ask(Lindenhof.TasksQuery)),
                .. Others(Lindenhof.TasksQuery, null),
            ]
        );
        yield return new Question(
            "1,000 objects × 5 scalars from memory",
            [
                new Contestant("floor", floor, () => Get("/items")),
                new Contestant("the engine", engine, () => Lindenhof.AskAnybody(Lindenhof.ItemsQuery)),
                .. Others(Lindenhof.ItemsQuery, null),
            ]
        );

        // The last one, because it makes the lists longer.
        const string Title = "Sweep the yard before the summer party";
        var task = new { title = Title };
        yield return new Question(
            "add a task",
            [
                new Contestant("floor", floor, () => Post("/tasks", new { title = Title, by = lindenhof.MemberRowId })),
                new Contestant("the API", api, () => lindenhof.Ask(Lindenhof.AddTask, task)),
                .. Others(Lindenhof.AddTask, task),
            ]
        );

        IEnumerable<Contestant> Others(string query, object? variables) =>
            others.Select(o => new Contestant(o.Key, o.Value, () => Lindenhof.AskAnybody(query, variables)));
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, new Uri(path, UriKind.Relative));

    private static HttpRequestMessage Post(string path, object body) =>
        new(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
}
