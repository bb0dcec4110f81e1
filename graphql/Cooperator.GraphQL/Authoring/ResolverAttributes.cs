namespace Cooperator.GraphQL;

/// <summary>
/// The static method finds one object of its return type by id (first parameter). The type then implements <c>Node</c>,
/// and its property <c>Id</c> is a global id.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;

/// <summary>The parameter receives the object whose field is resolved.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>The parameter receives a service of the operation's scope, even if the builder could take it for an argument.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>The parameter receives the message of the subscription's topic.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;

/// <summary>The <c>bool</c> parameter tells whether any of the named fields is selected directly below this field.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsSelectedAttribute(params string[] fields) : Attribute
{
    /// <summary>The GraphQL names of the fields.</summary>
    public IReadOnlyList<string> Fields { get; } = fields;
}

/// <summary>Names the static method that opens the event stream of a subscription field.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>A static method of the same class that returns <c>ValueTask&lt;ISourceStream&lt;T&gt;&gt;</c>; its parameters bind as a resolver's.</summary>
    public required string With { get; init; }
}
