using Cooperator.Api.Database.Transactions;

namespace Cooperator.Api.Features.Members;

public static class MembersFeature
{
    internal const string PeriodsDoNotOverlap = "ex_membership_periods_no_overlap";

    internal const string RolesDoNotOverlap = "ex_role_assignments_no_overlap";

    public static IServiceCollection AddMembers(this IServiceCollection services) =>
        services
            .AddConstraintRefusal(PeriodsDoNotOverlap, _ => new MembershipPeriodsOverlapException())
            .AddConstraintRefusal(RolesDoNotOverlap)
            .AddConstraintRefusal("ix_members_coop_id_account_id", _ => new MemberAlreadyHasAccountException());
}
