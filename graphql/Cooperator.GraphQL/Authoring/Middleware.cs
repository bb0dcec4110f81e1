using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL;

/// <summary>Executes one whole operation: a query, a mutation, or one event of a subscription.</summary>
public delegate ValueTask<OperationResult> OperationDelegate(OperationContext context);

/// <summary>A step around a whole operation.</summary>
public delegate ValueTask<OperationResult> OperationMiddleware(OperationContext context, OperationDelegate next);

/// <summary>A step around the resolver of a root field of mutations.</summary>
public delegate ValueTask<object?> MutationFieldMiddleware(ResolverContext context, FieldResolver next);
