using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Diagnostics;

/// <summary>An operation that took longer than it should; its variables are nobody's business.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SlowOperation(CompiledOperation Operation, TimeSpan Elapsed);
