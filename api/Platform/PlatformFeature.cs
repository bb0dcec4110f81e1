using Cooperator.Api.Platform.DataProtection;
using Cooperator.Api.Platform.EmbeddedPostgres;
using Cooperator.Api.Platform.Health;
using Cooperator.Api.Platform.Http;
using Cooperator.Api.Platform.Jobs;
using Cooperator.Api.Platform.Logging;
using Cooperator.Api.Platform.Mail;
using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;
using Cooperator.Api.Platform.Telemetry;
using Cooperator.Api.Platform.Web;

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
        builder.AddHttp();
        builder.AddHealth();
        builder.AddMail();
        builder.AddJobs();
        builder.AddTelemetry();
        builder.Services.AddDataProtectionInDatabase();
        builder.Services.AddSingleton<PublicSite>();
        builder.Services.AddHostedService<StartupBanner>();
        builder.Services.AddSingleton<DemoAccounts>();
    }

    /// <summary>What comes before anybody is known: headers, failures, the web app's files.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UseHttp();
        app.UseWebFiles();
        app.UseRouting();
    }

    /// <summary>The platform's own addresses, and the web app for what nobody else answers.</summary>
    public static void MapPlatform(this WebApplication app)
    {
        app.MapHealth();
        app.MapWebApp();
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
