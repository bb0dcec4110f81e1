namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>How values come about. The response must not depend on it.</summary>
public enum ResolveMode
{
    /// <summary>Read from the parent, on the executor's shortest path.</summary>
    Pure,

    /// <summary>By a resolver that is done at once.</summary>
    Sync,

    /// <summary>By a resolver that waits for something.</summary>
    Async,

    /// <summary>By a data loader.</summary>
    Loaded,
}
