using System.ComponentModel.DataAnnotations;
using Cooperator.Api.Platform.Settings;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cooperator.Api.Platform.Telemetry;

/// <summary><c>Telemetry</c>: where traces and metrics go.</summary>
public sealed record TelemetrySettings
{
    /// <summary>An OTLP collector such as http://localhost:4317; left out, nothing is measured for nobody.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>The share of requests that are traced.</summary>
    [Range(0.0, 1.0)]
    public double Sampling { get; init; } = 0.1;
}

internal static class TelemetryFeature
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<TelemetrySettings>("Telemetry");
        if (settings.OtlpEndpoint is not null)
        {
            builder.Services.AddHostedService<Exporters>();
        }
    }

    /// <summary>Listens to what the framework, the database driver and our engine already tell.</summary>
    private sealed class Exporters(TelemetrySettings settings) : IHostedService
    {
        private static readonly string[] Sources =
        [
            "Microsoft.AspNetCore",
            "System.Net.Http",
            "Npgsql",
            "Cooperator.*",
        ];

        private static readonly string[] Meters =
        [
            "Microsoft.AspNetCore.*",
            "System.Runtime",
            "System.Net.Http",
            "Npgsql",
            "Cooperator.*",
        ];

        private TracerProvider? traces;
        private MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService("theCooperator");
            traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.Sampling)))
                .AddSource(Sources)
                .AddOtlpExporter(otlp => otlp.Endpoint = settings.OtlpEndpoint!)
                .Build();
            metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(Meters)
                .AddOtlpExporter(otlp => otlp.Endpoint = settings.OtlpEndpoint!)
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces?.Dispose();
            metrics?.Dispose();
            return Task.CompletedTask;
        }
    }
}
