namespace Cooperator.GraphQL.Execution;

/// <summary>
/// An item of a list that is looked up when execution comes to it, as a field is resolved: what waits for a data loader is set aside while the items behind
/// it are begun, so a whole list is one batch; what waits for anything else is waited for first.
/// </summary>
/// <param name="find">Finds the item.</param>
internal sealed class ItemLookup(Func<ValueTask<object?>> find)
{
    public ValueTask<object?> FindAsync() => find();
}
