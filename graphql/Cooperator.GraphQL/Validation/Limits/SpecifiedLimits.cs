namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>The limits that are checked once a document is known to be valid; so fragments exist and do not spread themselves.</summary>
internal static class SpecifiedLimits
{
    public static RuleSet RuleSet { get; } =
        new([
            IntrospectionSwitch.Definition,
            MaxAliasesLimit.Definition,
            MaxDirectivesLimit.Definition,
            MaxDepthLimit.Definition,
        ]);

    /// <summary>An error about a limit, with a code for programs.</summary>
    public static void ReportLimit(
        this ValidationContext context,
        string message,
        string code,
        Language.SyntaxNode node,
        params ReadOnlySpan<(string Key, object? Value)> facts
    )
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        foreach (var (key, value) in facts)
        {
            extensions[key] = value;
        }

        context.Report(GraphQLError.At(message, node) with { Extensions = extensions });
    }
}
