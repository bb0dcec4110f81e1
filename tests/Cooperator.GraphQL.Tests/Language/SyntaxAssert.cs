using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Language;

internal static class SyntaxAssert
{
    /// <summary>The text is refused with this message (without its beginning) at this place.</summary>
    public static void Error(string text, string message, int line, int column)
    {
        var exception = Assert.Throws<GraphQLException>(() => Parser.Parse(text));

        var error = Assert.Single(exception.Errors);
        Assert.Equal("Syntax Error: " + message, error.Message);
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
    }
}
