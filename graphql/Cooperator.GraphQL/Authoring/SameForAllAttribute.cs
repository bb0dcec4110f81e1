namespace Cooperator.GraphQL;

/// <summary>
/// Says that a field hangs on nothing but its parent, its arguments and what everybody has in common who is told of the same event: never on who asks.
/// A subscription that carries it, and selects only such fields and plain properties below, is executed once for each event and its result sent to all
/// who asked the same; whether each may still have it is asked for each.
/// </summary>
/// <remarks>A field with a rule of its own (<see cref="AuthorizeAttribute"/>) below the subscription is never the same for all.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SameForAllAttribute : Attribute;
