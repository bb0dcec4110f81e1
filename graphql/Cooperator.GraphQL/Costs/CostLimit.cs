using System.Globalization;
using System.Text.Json;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Costs;

/// <summary>Refuses an operation that would cost too much before anything of it runs, and tells what one costs when the client asks.</summary>
internal static class CostLimit
{
    /// <exception cref="GraphQLException">The operation costs more than <paramref name="limit"/>.</exception>
    public static void Demand(CompiledOperation operation, IReadOnlyDictionary<string, object?> variables, double limit)
    {
        if (limit <= 0)
        {
            return;
        }

        var cost = operation.Cost.For(variables);
        if (cost <= limit)
        {
            return;
        }

        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"The operation would cost {cost:0.##}, but may cost at most {limit:0.##}."
        );
        throw new GraphQLException(
            GraphQLError.At(message, operation.Definition) with
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["code"] = "COST_LIMIT_EXCEEDED",
                    ["cost"] = cost,
                    ["maxCost"] = limit,
                },
            }
        );
    }

    /// <summary>Whether the client asks: the request's extensions say <c>{"cost": "report"}</c>.</summary>
    public static bool IsReportWanted(JsonElement? extensions) =>
        extensions is { ValueKind: JsonValueKind.Object } asked
        && asked.TryGetProperty("cost", out var wish)
        && wish.ValueKind == JsonValueKind.String
        && wish.ValueEquals("report");

    /// <summary>What the response's extensions tell.</summary>
    public static Dictionary<string, object?> Report(double cost, double limit) =>
        new(StringComparer.Ordinal)
        {
            ["cost"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["cost"] = cost,
                ["maxCost"] = limit > 0 ? limit : null,
            },
        };
}
