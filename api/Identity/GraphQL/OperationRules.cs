using Cooperator.Api.Database;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.Api.Identity;

/// <summary>What holds for whole operations, whatever their fields ask for.</summary>
internal static class OperationRules
{
    /// <summary>A co-op that is not there for the person is not there for any field, and says so once.</summary>
    public static async ValueTask<OperationResult> EnterCoopAsync(OperationContext context, OperationDelegate next)
    {
        var member = context.Services.GetRequiredService<CurrentMember>();
        if (member.Access is CoopAccess.NotFound)
        {
            throw CodedErrors.CoopNotFound();
        }

        var result = await next(context);
        if (context.Operation.Type == OperationType.Mutation && MayHaveChangedMemberships(context.Services))
        {
            // Other nodes hear of it from the event log; this one answers the very next request.
            context.Services.GetRequiredService<MembershipCache>().ForgetAll();
        }

        return result;
    }

    /// <summary>A personal access token that only reads changes nothing, whatever its owner may do.</summary>
    public static ValueTask<object?> RequireWriteScopeAsync(ResolverContext context, FieldResolver next)
    {
        var account = context.Services.GetRequiredService<CurrentAccount>();
        return account.IsSignedIn && !account.MayWrite
            ? throw CodedErrors.Forbidden("This token may only read.")
            : next(context);
    }

    // Who runs the platform works in co-ops of which this scope knows nothing.
    private static bool MayHaveChangedMemberships(IServiceProvider services) =>
        services.GetRequiredService<CooperatorDbContext>().Affected.Any(MembershipWatch.Concerns)
        || services.GetRequiredService<CurrentAccount>().IsSuperuser;
}
