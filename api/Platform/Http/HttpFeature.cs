using Cooperator.Api.Platform.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace Cooperator.Api.Platform.Http;

/// <summary>What every request passes before it is about anything.</summary>
internal static class HttpFeature
{
    public static void AddHttp(this WebApplicationBuilder builder)
    {
        var limits = builder.AddSettings<LimitSettings>("Limits");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.RequestBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderSeconds);
        });
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(limits.ShutdownSeconds)
        );
        builder.AddForwardedHeaders();
        builder.Services.AddProblems();
        builder.AddRateLimits();
    }

    public static void UseHttp(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ProxySettings>().Networks.Count > 0)
        {
            app.UseForwardedHeaders();
        }
        app.UseHsts();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    private static void AddForwardedHeaders(this WebApplicationBuilder builder)
    {
        var proxy = builder.AddSettings<ProxySettings>("Proxy");
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            // As many proxies as there are, one before the other: the first that is not known is the caller.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in proxy.Networks)
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }
}
