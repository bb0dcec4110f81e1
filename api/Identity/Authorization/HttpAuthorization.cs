using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Cooperator.Api.Identity;

/// <summary>Our policies as ASP.NET Core's, each one requirement.</summary>
internal sealed record VerdictRequirement(string? Policy) : IAuthorizationRequirement;

internal sealed class VerdictHandler(CurrentAccount account, CurrentMember member)
    : AuthorizationHandler<VerdictRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, VerdictRequirement requirement)
    {
        var verdict = Policies.Decide(requirement.Policy, account, member);
        if (verdict is Verdict.Allowed)
        {
            context.Succeed(requirement);
        }
        else
        {
            context.Fail(new VerdictReason(this, verdict));
        }

        return Task.CompletedTask;
    }
}

internal sealed class VerdictReason(IAuthorizationHandler handler, Verdict verdict)
    : AuthorizationFailureReason(handler, verdict.ToString())
{
    public Verdict Verdict => verdict;
}

/// <summary>Answers a refused request with the problem that fits, instead of an empty 401 or 403.</summary>
internal sealed class ProblemAuthorizationResults : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        var verdicts =
            authorizeResult.AuthorizationFailure?.FailureReasons.OfType<VerdictReason>().Select(r => r.Verdict) ?? [];
        return ProblemFor(verdicts.Append(Verdict.Unauthenticated).First()).ExecuteAsync(context);
    }

    private static IResult ProblemFor(Verdict verdict) =>
        verdict switch
        {
            Verdict.CoopRequired => Problems.Of(400, "COOP_REQUIRED", "Name the co-op in the header Cooperator-Coop."),
            Verdict.CoopNotFound => Problems.Of(404, "COOP_NOT_FOUND", "There is no such co-op."),
            Verdict.Forbidden => Problems.Forbidden(),
            _ => Problems.Unauthenticated(),
        };
}
