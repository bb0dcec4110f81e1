using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>What is wrong with an input value.</summary>
/// <param name="Message">The message, worded as the reference implementation does.</param>
/// <param name="Path">Where in the value: field names and list indices.</param>
/// <param name="Node">The literal (or its field) that is wrong; null for a value of the variables.</param>
public sealed record InputFault(string Message, IReadOnlyList<object> Path, SyntaxNode? Node = null)
{
    /// <summary>The path as it stands in messages: empty, or <c> at .items[2].name</c>.</summary>
    public string PathText =>
        Path.Count == 0 ? "" : " at " + string.Concat(Path.Select(key => key is int index ? $"[{index}]" : $".{key}"));
}
