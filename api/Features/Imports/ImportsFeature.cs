using Cooperator.Api.Platform.Jobs;
using Cooperator.Api.Platform.Settings;

namespace Cooperator.Api.Features.Imports;

public static class ImportsFeature
{
    public static void AddImports(this WebApplicationBuilder builder)
    {
        builder.AddSettings<ImportSettings>("Imports");
        builder.Services.AddScoped<ImportReader>();
        builder.Services.AddScoped<ImportWork>();
        builder.Services.AddSingleton<IExpirySweep, ExpiredImports>();
    }
}
