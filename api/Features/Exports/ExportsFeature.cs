namespace Cooperator.Api.Features.Exports;

public static class ExportsFeature
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services.AddScoped<Export>();
}
