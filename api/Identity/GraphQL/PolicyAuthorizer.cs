using Cooperator.GraphQL.Execution;

namespace Cooperator.Api.Identity;

/// <summary>Decides <c>[Authorize]</c> by our <see cref="Policies"/>.</summary>
internal sealed class PolicyAuthorizer(CurrentAccount account, CurrentMember member) : IFieldAuthorizer
{
    public ValueTask<AuthorizationOutcome> AuthorizeAsync(OperationContext operation, string? policy) =>
        ValueTask.FromResult(
            Policies.Decide(policy, account, member) switch
            {
                Verdict.Allowed => AuthorizationOutcome.Allowed,
                Verdict.Unauthenticated => AuthorizationOutcome.Unauthenticated,
                Verdict.Forbidden => AuthorizationOutcome.Forbidden,
                Verdict.CoopRequired => throw CodedErrors.CoopRequired(),
                Verdict.CoopNotFound => throw CodedErrors.CoopNotFound(),
            }
        );
}
