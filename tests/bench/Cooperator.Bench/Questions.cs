namespace Cooperator.Bench;

/// <summary>What everybody is asked: one thing, a page with relations, and a long list without a database.</summary>
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
            "1,000 objects × 5 scalars from memory",
            [
                new Contestant("floor", floor, () => Get("/items")),
                new Contestant("the engine", engine, () => Lindenhof.AskAnybody(Lindenhof.ItemsQuery)),
                .. Others(Lindenhof.ItemsQuery, null),
            ]
        );

        IEnumerable<Contestant> Others(string query, object? variables) =>
            others.Select(o => new Contestant(o.Key, o.Value, () => Lindenhof.AskAnybody(query, variables)));
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, new Uri(path, UriKind.Relative));
}
