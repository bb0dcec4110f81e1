using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>A literal as it is written, for messages.</summary>
internal static class LiteralText
{
    public static string Of(ValueNode literal) => Printer.PrintForError(literal);
}
