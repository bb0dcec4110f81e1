using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Cooperator.Api.Platform.Http;

/// <summary>
/// Failures of plain HTTP endpoints as RFC 9457 problem details: a stable code, the trace id, and nothing of our insides.
/// </summary>
internal static class ProblemDetailsSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context =>
            {
                var problem = context.ProblemDetails;
                var status = problem.Status ?? context.HttpContext.Response.StatusCode;
                var code = problem.Extensions.TryGetValue("code", out var given) ? (string)given! : CodeOf(status);
                problem.Type = "urn:cooperator:problem:" + code.ToLowerInvariant().Replace('_', '-');
                problem.Extensions["code"] = code;
                problem.Extensions["traceId"] = TraceId(context.HttpContext);
            }
        );
        services.AddExceptionHandler<MaskedExceptions>();
        services.Configure<ExceptionHandlerOptions>(options =>
            // Our handler has written the one line that is needed.
            options.SuppressDiagnosticsCallback = _ => true
        );
    }

    public static string TraceId(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    public static string CodeOf(int status) =>
        status switch
        {
            400 => "BAD_REQUEST",
            401 => "UNAUTHENTICATED",
            403 => "FORBIDDEN",
            404 => "NOT_FOUND",
            405 => "METHOD_NOT_ALLOWED",
            408 => "REQUEST_TIMEOUT",
            413 => "REQUEST_TOO_LARGE",
            415 => "UNSUPPORTED_MEDIA_TYPE",
            429 => "TOO_MANY_REQUESTS",
            503 => "UNAVAILABLE",
            _ when status >= 500 => "INTERNAL_ERROR",
            _ => ReasonPhrases.GetReasonPhrase(status).ToUpperInvariant().Replace(' ', '_'),
        };
}
