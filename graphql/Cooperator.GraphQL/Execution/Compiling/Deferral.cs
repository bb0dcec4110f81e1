namespace Cooperator.GraphQL.Execution;

/// <summary>What of an object is delivered after the rest of it.</summary>
/// <param name="Usages">The <c>@defer</c>s among the object's selections, enclosing ones first. Parts of objects below may belong to them too.</param>
/// <param name="Parts">The object's own parts.</param>
internal sealed record Deferral(IReadOnlyList<DeferUsage> Usages, IReadOnlyList<DeferredSelections> Parts);

/// <summary>Fields of an object that are executed and delivered together.</summary>
/// <param name="Part">Every <c>@defer</c> that asks for them; whichever is delivered first brings them.</param>
/// <param name="Selections">The fields.</param>
internal sealed record DeferredSelections(DeferUsage[] Part, SelectionSet Selections);
