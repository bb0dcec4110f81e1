using System.Text.Json;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests.Support;

/// <summary>axe-core on the page as a person sees it.</summary>
internal static class Accessibility
{
    private static readonly string Axe = Path.Combine(
        TestMachine.Root,
        "web-angular",
        "node_modules",
        "axe-core",
        "axe.min.js"
    );

    /// <summary>Colours are what they come to, not what they are on the way there.</summary>
    private const string Rested = """
        () => Promise.allSettled(
          document.getAnimations().filter(a => a.effect.getComputedTiming().endTime < Infinity).map(a => a.finished)
        ).then(() => {})
        """;

    public static async Task ExpectNothingAsync(IPage page, string where)
    {
        // Evaluated rather than added as an element: the page's content policy lets no foreign script in.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        await page.EvaluateAsync(Rested);
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document)).violations.map(v => `${v.id}: ${v.nodes.map(n => [n.target, ...n.any.flatMap(c => c.relatedNodes.map(r => r.target + ` ` + r.html.slice(0, 120)))].join(` / `)).join(', ')}`)"
        );
        var violations = found.EnumerateArray().Select(v => v.GetString()!).ToList();
        Assert.True(violations.Count == 0, $"{where}:\n{string.Join('\n', violations)}");
    }
}
