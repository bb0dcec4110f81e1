using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cooperator.Api.Platform.Health;

/// <summary>
/// <c>/health</c>: may this node be sent requests. <c>/health/live</c>: is the process itself alive; it asks nobody else,
/// so that a database that is away does not get every node restarted.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly string Version =
        typeof(HealthEndpoints)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0";

    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health", AnswerAsync).AllowAnonymous();
        app.MapGet("/health/live", () => Results.Json(new { status = "alive", version = Version })).AllowAnonymous();
    }

    private static async Task<IResult> AnswerAsync(HealthCheckService checks, HttpContext http)
    {
        var report = await checks.CheckHealthAsync(http.RequestAborted);
        var ready = report.Status != HealthStatus.Unhealthy;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new Answer(
                ready ? "ready" : "unavailable",
                Version,
                report.Entries.ToDictionary(e => e.Key, e => Part.Of(e.Value))
            ),
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private sealed record Answer(string Status, string Version, IReadOnlyDictionary<string, Part> Parts);

    private sealed record Part(
        string Status,
        double Milliseconds,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason
    )
    {
        public static Part Of(HealthReportEntry entry) =>
            new(
                entry.Status == HealthStatus.Healthy ? "up"
                    : entry.Status == HealthStatus.Degraded ? "degraded"
                    : "down",
                Math.Round(entry.Duration.TotalMilliseconds, 1),
                entry.Description
            );
    }
}
