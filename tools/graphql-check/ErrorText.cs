using Cooperator.GraphQL;

namespace Cooperator.GraphQLCheck;

/// <summary>Errors for people: each with the places it points at, as editors and terminals make links of them.</summary>
internal static class ErrorText
{
    public static void Write(TextWriter writer, string headline, string file, IReadOnlyCollection<GraphQLError> errors)
    {
        writer.WriteLine(headline);
        foreach (var error in errors)
        {
            writer.WriteLine();
            writer.WriteLine(error.Message);
            foreach (var location in error.Locations)
            {
                writer.WriteLine($"  at {file}:{location.Line}:{location.Column}");
            }
        }
    }
}
