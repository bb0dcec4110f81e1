using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Database.Demo;

public static class DemoFeature
{
    /// <summary>Registered after what it tells of: the steps of a start run in the order of registration.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DemoSettings>("Demo");
        builder.Services.AddStartupStep<DemoSeed>();
    }
}
