using Cooperator.Api.Database.Transactions;

namespace Cooperator.Api.Features.Households;

public static class HouseholdsFeature
{
    internal const string OneHouseholdAtATime = "ex_household_memberships_no_overlap";

    public static IServiceCollection AddHouseholds(this IServiceCollection services) =>
        services.AddConstraintRefusal(OneHouseholdAtATime, _ => new AlreadyInHouseholdException());
}
