using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>A place of the response whose value is still being resolved.</summary>
/// <param name="Node">The object or list the place belongs to.</param>
/// <param name="Slot">The place.</param>
/// <param name="Field">The field being resolved.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Task">The value to come.</param>
/// <param name="SeenRequests">The loaders' requests (see <see cref="DataLoaders.DataLoaderScheduler.Requests"/>) before the resolver was called.</param>
internal readonly record struct PendingField(
    ResultNode Node,
    int Slot,
    Selection Field,
    GraphQLType Type,
    Task<object?> Task,
    int SeenRequests
);
