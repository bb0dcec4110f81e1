using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Querying;

/// <summary>Which page of a connection is asked for. As a parameter of a resolver it makes a hand-written connection easy.</summary>
/// <param name="First">At most that many items from the beginning, or after <paramref name="After"/>.</param>
/// <param name="After">The cursor before the page.</param>
/// <param name="Last">At most that many items from the end, or before <paramref name="Before"/>.</param>
/// <param name="Before">The cursor behind the page.</param>
public sealed record PagingArguments(int? First, string? After, int? Last, string? Before)
{
    /// <summary>How many items the page has at most; within the limits of <see cref="UsePagingAttribute"/>.</summary>
    public int PageSize { get; private init; } = First ?? Last ?? 0;

    /// <summary>Whether the page is counted from the end.</summary>
    public bool IsBackward => Last is not null;

    /// <summary>Reads the arguments of the field that is resolved.</summary>
    /// <exception cref="GraphQLException">They contradict each other; code <c>INVALID_PAGE</c>.</exception>
    public static PagingArguments Read(ResolverContext context, UsePagingAttribute settings)
    {
        var arguments = context.Field.Arguments;
        var paging = new PagingArguments(
            context.ArgumentAt(arguments["first"].Index) as int?,
            context.ArgumentAt(arguments["after"].Index) as string,
            context.ArgumentAt(arguments["last"].Index) as int?,
            context.ArgumentAt(arguments["before"].Index) as string
        );
        if (paging is { First: not null, Last: not null })
        {
            throw Invalid("Use \"first\" or \"last\", not both.");
        }

        if (paging.First < 0 || paging.Last < 0)
        {
            throw Invalid($"\"{(paging.First < 0 ? "first" : "last")}\" must not be negative.");
        }

        var asked =
            paging.First
            ?? paging.Last
            // A page that only says what it lies before is counted from there.
            ?? settings.DefaultPageSize;
        return paging with
        {
            PageSize = Math.Min(asked, settings.MaxPageSize),
            Last = paging.Last ?? (paging is { First: null, After: null, Before: not null } ? asked : null),
        };
    }

    internal static IEnumerable<InputValueDefinition> Define() =>
        [
            new InputValueDefinition("first", BuiltInScalars.Int),
            new InputValueDefinition("after", BuiltInScalars.String),
            new InputValueDefinition("last", BuiltInScalars.Int),
            new InputValueDefinition("before", BuiltInScalars.String),
        ];

    internal static GraphQLException Invalid(string message) =>
        new(
            new GraphQLError(message)
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "INVALID_PAGE" },
            }
        );
}
