namespace Cooperator.GraphQL.Language;

/// <summary>Prints nodes as GraphQL text, in the layout of the reference implementation. Reading the text again gives the same nodes.</summary>
public static class Printer
{
    // Errors show values, which may come from anywhere; deep ones are not indented without end.
    private const int MaxErrorDepth = 100;

    /// <summary>The text of <paramref name="node"/>.</summary>
    /// <exception cref="InsufficientExecutionStackException">The nodes are nested more deeply than the thread's stack allows.</exception>
    public static string Print(SyntaxNode node) => Print(node, int.MaxValue);

    /// <summary>The text of <paramref name="node"/> as error messages show it.</summary>
    internal static string PrintForError(SyntaxNode node) => Print(node, MaxErrorDepth);

    private static string Print(SyntaxNode node, int maxDepth)
    {
        ArgumentNullException.ThrowIfNull(node);
        var buffer = new PrintBuffer();
        new NodePrinter(buffer).Node(node);
        return buffer.Render(maxDepth);
    }
}
