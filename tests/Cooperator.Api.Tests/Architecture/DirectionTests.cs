using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Cooperator.Api.Tests.Architecture;

/// <summary>Who may know whom, held over the sources.</summary>
public sealed partial class DirectionTests
{
    [Fact]
    public void The_engine_knows_nothing_of_the_api_and_of_databases() =>
        Assert.Empty(
            Uses(
                "graphql",
                u => u.StartsWith("Cooperator.Api") || u.Contains("EntityFramework") || u.Contains("Npgsql")
            )
        );

    [Fact]
    public void The_engine_s_core_knows_nothing_of_http() =>
        Assert.Empty(Uses("graphql/Cooperator.GraphQL", u => u.StartsWith("Microsoft.AspNetCore")));

    [Fact]
    public void The_platform_knows_no_feature() =>
        Assert.Empty(Uses("api/Platform", u => u.StartsWith("Cooperator.Api.Features")));

    [Fact]
    public void The_database_knows_no_feature_but_in_its_demo() =>
        Assert.Empty(
            Uses("api/Database", u => u.StartsWith("Cooperator.Api.Features"))
                .Where(use => !use.Contains("/Demo/") && !use.Contains("/Migrations/"))
        );

    [Fact]
    public void A_guard_that_finds_nothing_forbidden_would_find_something() =>
        Assert.NotEmpty(Uses("api/Features", u => u.StartsWith("Cooperator.Api.Database")));

    [Fact]
    public void No_feature_calls_another_one_s_mutations()
    {
        var calls =
            from file in Sources("api/Features")
            let feature = Path.GetFileName(Path.GetDirectoryName(file))
            from Match call in MutationCall().Matches(File.ReadAllText(file))
            let owner = Owner(call.Groups[1].Value)
            where owner is not null && owner != feature
            select $"{file}: {call.Value}";
        Assert.Empty(calls);
    }

    private static string? Owner(string mutations) =>
        Sources("api/Features")
            .Where(f => Path.GetFileName(f) == mutations + ".cs")
            .Select(f => Path.GetFileName(Path.GetDirectoryName(f)))
            .FirstOrDefault();

    private static IEnumerable<string> Uses(string folder, Func<string, bool> forbidden) =>
        from file in Sources(folder)
        from Match use in Using().Matches(File.ReadAllText(file))
        where forbidden(use.Groups[1].Value)
        select $"{file}: {use.Groups[1].Value}";

    private static IEnumerable<string> Sources(string folder, [CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        return Directory
            .EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules"));
    }

    [GeneratedRegex(@"^using (?:static )?([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b(\w+Mutations)\.\w+\(")]
    private static partial Regex MutationCall();
}
