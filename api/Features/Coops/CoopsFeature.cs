using Cooperator.Api.Database.Transactions;

namespace Cooperator.Api.Features.Coops;

public static class CoopsFeature
{
    public static IServiceCollection AddCoops(this IServiceCollection services) =>
        services
            .AddScoped<CoopCalendar>()
            .AddSingleton<CoopScopes>()
            .AddSingleton<EachCoop>()
            .AddConstraintRefusal("ix_coops_slug", _ => new SlugTakenException());
}
