namespace Cooperator.GraphQL.Building;

/// <summary>Why a text cannot be a name of the schema, see sections 2.1.9 and 3.2 of the specification.</summary>
internal static class NameFaults
{
    public static IEnumerable<string> Of(string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            yield return $"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.";
        }

        // Only names given in C# can be no names at all.
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            yield return $"Name \"{name}\" is not a GraphQL name: it needs letters, digits and \"_\", and no digit at its beginning.";
        }
    }
}
