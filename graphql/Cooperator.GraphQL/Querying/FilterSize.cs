namespace Cooperator.GraphQL.Querying;

/// <summary>
/// How large a filter may be. Each condition becomes a part of one expression, which databases' providers follow by calling themselves: an expression
/// without bounds would use up the stack of the process.
/// </summary>
internal static class FilterSize
{
    private const int MostConditions = 200;
    private const int MostLevels = 20;

    /// <summary>Refuses a filter that is too large, before anything is made of it.</summary>
    /// <exception cref="GraphQLException">It is; code <c>FILTER_LIMIT_EXCEEDED</c>.</exception>
    public static void Demand(Dictionary<string, object?> where)
    {
        var conditions = 0;
        Count(where, level: 1, ref conditions);
    }

    private static void Count(Dictionary<string, object?> group, int level, ref int conditions)
    {
        if (level > MostLevels)
        {
            throw Refusal($"A filter may be nested {MostLevels} levels deep at most.");
        }

        if (group.Count == 0)
        {
            // One that always holds.
            CountOne(ref conditions);
        }

        foreach (var value in group.Values)
        {
            switch (value)
            {
                case Dictionary<string, object?> inner:
                    Count(inner, level + 1, ref conditions);
                    break;
                case List<object?> groups when groups.Exists(item => item is Dictionary<string, object?>):
                    foreach (var inner in groups.OfType<Dictionary<string, object?>>())
                    {
                        Count(inner, level + 1, ref conditions);
                    }

                    break;
                // One operation; the values of "in" are one parameter, however many they are.
                default:
                    CountOne(ref conditions);
                    break;
            }
        }
    }

    private static void CountOne(ref int conditions)
    {
        if (++conditions > MostConditions)
        {
            throw Refusal($"A filter may have {MostConditions} conditions at most.");
        }
    }

    private static GraphQLException Refusal(string message) =>
        new(
            new GraphQLError(message)
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["code"] = "FILTER_LIMIT_EXCEEDED",
                },
            }
        );
}
