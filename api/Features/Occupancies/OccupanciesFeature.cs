using Cooperator.Api.Database.Transactions;

namespace Cooperator.Api.Features.Occupancies;

public static class OccupanciesFeature
{
    internal const string PrimariesDoNotOverlap = "ex_occupancies_no_overlap";

    public static IServiceCollection AddOccupancies(this IServiceCollection services) =>
        services.AddConstraintRefusal(PrimariesDoNotOverlap);
}
