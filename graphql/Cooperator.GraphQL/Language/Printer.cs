namespace Cooperator.GraphQL.Language;

/// <summary>Prints nodes as GraphQL text, in the layout of the reference implementation. Reading the text again gives the same nodes.</summary>
public static class Printer
{
    // Errors show values, which may come from anywhere; deep ones are not indented without end.
    private const int MaxErrorDepth = 100;

    /// <summary>The text of <paramref name="node"/>.</summary>
    /// <exception cref="InsufficientExecutionStackException">The nodes are nested more deeply than the thread's stack allows.</exception>
    public static string Print(SyntaxNode node) => Print(node, int.MaxValue, int.MaxValue);

    /// <summary>The text of <paramref name="node"/> as error messages show it, which is cut when it is very long.</summary>
    internal static string PrintForError(SyntaxNode node) =>
        ShownText.Cut(Print(node, MaxErrorDepth, ShownText.MaxLength));

    private static string Print(SyntaxNode node, int maxDepth, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(node);
        var buffer = new PrintBuffer(maxLength);
        new NodePrinter(buffer).Node(node);
        return buffer.Render(maxDepth);
    }
}
