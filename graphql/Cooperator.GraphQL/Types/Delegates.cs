using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.GraphQL.Types;

/// <summary>Gives the value of a field.</summary>
public delegate ValueTask<object?> FieldResolver(ResolverContext context);

/// <summary>Gives the value of a field from its parent alone: synchronous, no arguments, no services, no authorization of its own.</summary>
public delegate object? PureResolver(object parent);

/// <summary>Writes a leaf of the parent; false when it is null and nothing was written.</summary>
public delegate bool LeafWriter(object parent, JsonBuffer buffer);

/// <summary>Opens the event stream of a subscription.</summary>
public delegate ValueTask<ISourceStream> SubscriptionSource(ResolverContext context);

/// <summary>Finds one object by its global id.</summary>
internal delegate ValueTask<object?> NodeLookup(ResolverContext context, string globalId);
