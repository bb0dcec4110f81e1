using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.GraphQL.Bench;

internal sealed class ItemLoader : BatchDataLoader<int, Item>
{
    protected override Task<IReadOnlyDictionary<int, Item>> LoadBatchAsync(
        IReadOnlyList<int> keys,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyDictionary<int, Item>>(keys.ToDictionary(key => key, key => ItemSchema.Items[key]));
}
