using Cooperator.Api.Platform.EmbeddedPostgres;
using Cooperator.Api.Platform.Logging;
using Cooperator.Api.Platform.Mail;
using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform;

/// <summary>Everything a process needs before it can be about co-operatives.</summary>
public static class PlatformFeature
{
    /// <summary>Registers the platform's services.</summary>
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        ListenAddresses.SetDefault(builder);
        builder.AddReadableLogging();
        builder.AddSettings<DataSettings>("Data");
        builder.AddSettings<SiteSettings>("Site");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStartupStep<ListenAddresses>();
        builder.AddDatabaseConnections();
        builder.AddMail();
        builder.Services.AddSingleton<PublicSite>();
        builder.Services.AddHostedService<StartupBanner>();
        builder.Services.AddSingleton<DemoAccounts>();
    }

    private static void AddDatabaseConnections(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<DatabaseSettings>("Database");
        if (settings.EffectiveMode == DatabaseMode.Server)
        {
            builder.Services.AddSingleton(settings.ServerConnections);
            return;
        }
        builder.Services.AddStartupStep<EmbeddedDatabase>();
        builder.Services.AddSingleton(services => services.GetRequiredService<EmbeddedDatabase>().Connections);
    }
}
