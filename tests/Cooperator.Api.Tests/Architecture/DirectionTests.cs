using System.Text.RegularExpressions;

namespace Cooperator.Api.Tests.Architecture;

/// <summary>Who may know whom, held over the sources.</summary>
public sealed partial class DirectionTests
{
    [Fact]
    public void The_engine_knows_nothing_of_the_api_and_of_databases() =>
        Assert.Empty(Uses("graphql", "Cooperator.Api", "Microsoft.EntityFrameworkCore", "Npgsql"));

    [Fact]
    public void The_engine_s_core_knows_nothing_of_http() =>
        Assert.Empty(Uses("graphql/Cooperator.GraphQL", "Microsoft.AspNetCore"));

    [Theory]
    [InlineData("Language", "Types", "Validation", "Execution", "Building")]
    [InlineData("Validation", "Execution", "Building", "Querying", "Subscriptions", "DataLoaders")]
    [InlineData("Execution", "Validation", "Building", "Querying", "Mutations")]
    [InlineData("Costs", "Validation", "Building", "Querying", "Subscriptions", "DataLoaders")]
    public void A_room_of_the_engine_s_core_stands_without(string room, params string[] others) =>
        Assert.Empty(Uses($"graphql/Cooperator.GraphQL/{room}", [.. others.Select(o => $"Cooperator.GraphQL.{o}")]));

    [Fact]
    public void The_platform_knows_no_feature() => Assert.Empty(Uses("api/Platform", "Cooperator.Api.Features"));

    [Fact]
    public void The_database_knows_no_feature_but_in_its_demo() =>
        Assert.DoesNotContain(
            Uses("api/Database", "Cooperator.Api.Features"),
            use => !use.Contains("/Demo/", StringComparison.Ordinal)
        );

    [Fact]
    public void The_guard_finds_what_is_there() => Assert.NotEmpty(Uses("api/Features", "Cooperator.Api.Database"));

    [Fact]
    public void No_feature_calls_another_one_s_mutations()
    {
        var calls =
            from file in Sources("api/Features")
            let feature = Feature(file)
            from Match call in MutationCall().Matches(File.ReadAllText(file))
            let owner = Owner(call.Groups["owner"].Value)
            where owner is not null && owner != feature
            select $"{file}: {call.Value}";
        Assert.Empty(calls);
    }

    private static string? Owner(string mutations) =>
        Sources("api/Features").Where(f => Path.GetFileName(f) == mutations + ".cs").Select(Feature).FirstOrDefault();

    /// <summary>The folder right below that of all features.</summary>
    private static string Feature(string file)
    {
        var folders = file.Split(Path.DirectorySeparatorChar);
        return folders[Array.LastIndexOf(folders, "Features") + 1];
    }

    private static IEnumerable<string> Uses(string folder, params IReadOnlyList<string> forbidden) =>
        from file in Sources(folder)
        from Match use in Using().Matches(File.ReadAllText(file))
        let name = use.Groups["name"].Value
        where forbidden.Any(f => name.StartsWith(f, StringComparison.Ordinal))
        select $"{file}: {name}";

    private static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(TestMachine.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal));

    [GeneratedRegex(@"^using (static )?(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b(?<owner>\w+Mutations)\.\w+\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MutationCall();
}
