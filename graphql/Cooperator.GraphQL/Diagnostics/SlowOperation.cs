using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Diagnostics;

/// <summary>An operation that took longer than it should; its variables are nobody's business.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Cost">What it costs; null where costs are not limited and so not measured.</param>
public sealed record SlowOperation(CompiledOperation Operation, TimeSpan Elapsed, double? Cost);
