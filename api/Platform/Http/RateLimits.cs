using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Cooperator.Api.Platform.Settings;
using Microsoft.AspNetCore.RateLimiting;

namespace Cooperator.Api.Platform.Http;

/// <summary>Per address where somebody might guess, per person everywhere else. Never for health or files of the app.</summary>
internal static class RateLimits
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<RateLimitSettings>("RateLimits");
        builder.Services.AddSingleton<RefusedCredentials>();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                Partition(http, settings)
            );
            options.OnRejected = RefuseAsync;
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext http, RateLimitSettings settings)
    {
        var path = http.Request.Path;
        if (path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            return RateLimitPartition.GetNoLimiter("health");
        }
        // A session's state is asked for with each page and guesses nothing.
        return
            path.StartsWithSegments("/auth", StringComparison.OrdinalIgnoreCase)
            && !HttpMethods.IsGet(http.Request.Method)
            ? Limited("auth:" + CallerAddress.Of(http), settings.AuthPerMinute)
            : Limited("all:" + (Person(http.User) ?? CallerAddress.Of(http)), settings.RequestsPerMinute);
    }

    /// <summary>So many a minute for the caller; 0 lifts the limit.</summary>
    public static RateLimitPartition<string> Limited(string caller, int perMinute) =>
        perMinute == 0
            ? RateLimitPartition.GetNoLimiter("unlimited")
            : RateLimitPartition.GetSlidingWindowLimiter(
                caller,
                _ =>
                    new()
                    {
                        PermitLimit = perMinute,
                        Window = TimeSpan.FromMinutes(1),
                        SegmentsPerWindow = 6,
                    }
            );

    private static string? Person(ClaimsPrincipal user) =>
        user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? user.FindFirst("sub")?.Value;

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellationToken) =>
        await RefuseAsync(context.HttpContext, context.Lease);

    /// <summary>Tells the caller to wait, and for how long.</summary>
    public static async Task RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await http
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .TryWriteAsync(
                new()
                {
                    HttpContext = http,
                    ProblemDetails =
                    {
                        Status = StatusCodes.Status429TooManyRequests,
                        Title = "That were too many requests at once. Please wait a moment.",
                    },
                }
            );
    }
}
