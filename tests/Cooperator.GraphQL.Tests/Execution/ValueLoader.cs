using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>"Loads" a field of a parent.</summary>
public sealed class ValueLoader : BatchDataLoader<(IReadOnlyDictionary<string, object?> Parent, string Field), object>
{
    protected override async Task<
        IReadOnlyDictionary<(IReadOnlyDictionary<string, object?> Parent, string Field), object>
    > LoadBatchAsync(
        IReadOnlyList<(IReadOnlyDictionary<string, object?> Parent, string Field)> keys,
        CancellationToken cancellationToken
    )
    {
        await Task.Yield();
        var values = new Dictionary<(IReadOnlyDictionary<string, object?>, string), object>();
        foreach (var key in keys)
        {
            if (key.Parent.GetValueOrDefault(key.Field) is { } value)
            {
                values.Add(key, value);
            }
        }

        return values;
    }
}
