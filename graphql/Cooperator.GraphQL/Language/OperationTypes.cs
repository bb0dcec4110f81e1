namespace Cooperator.GraphQL.Language;

/// <summary>The keywords of operations.</summary>
public static class OperationTypes
{
    /// <summary>The keyword an operation of this kind begins with.</summary>
    public static string Keyword(this OperationType operation) =>
        operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            OperationType.Subscription => "subscription",
        };
}
