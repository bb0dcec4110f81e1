using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cooperator.GraphQL.Language;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>The web app's own operations, each with the fragments it needs, as its client sends them.</summary>
internal static partial class Documents
{
    private static readonly Dictionary<string, string> Definitions = Read();

    public static string Of(string operation)
    {
        var needed = new List<string> { operation };
        for (var i = 0; i < needed.Count; i++)
        {
            var spreads = Spread().Matches(Definitions[needed[i]]).Select(m => m.Groups[1].Value);
            needed.AddRange(spreads.Distinct().Except(needed));
        }

        return string.Join("\n\n", needed.Select(name => Definitions[name]));
    }

    private static Dictionary<string, string> Read()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(AppFolder(), "*.graphql", SearchOption.AllDirectories))
        {
            foreach (var definition in Parser.Parse(File.ReadAllText(file)).Definitions)
            {
                var name = definition switch
                {
                    OperationDefinitionNode operation => operation.Name!.Value,
                    FragmentDefinitionNode fragment => fragment.Name.Value,
                    _ => throw new InvalidOperationException($"{file} holds something else than operations."),
                };
                found[name] = Printer.Print(definition);
            }
        }

        return found;
    }

    private static string AppFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "web-angular", "src", "app");

    [GeneratedRegex(@"\.\.\.(?!on\b)\s*(?<name>\w+)", RegexOptions.None, 1000)]
    private static partial Regex Spread();
}
