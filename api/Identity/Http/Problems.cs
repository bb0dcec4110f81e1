using System.Diagnostics;
using System.Text.Json;

namespace Cooperator.Api.Identity;

/// <summary>Refusals over HTTP: RFC 9457 problem details with a stable code. Faults of an input are thrown instead.</summary>
internal static class Problems
{
    public static IResult Of(int status, string code, string title, object? facts = null) =>
        new ProblemResult(status, code, title, facts);

    public static IResult Unauthenticated() => Of(401, "UNAUTHENTICATED", "Sign in first.");

    public static IResult Forbidden() => Of(403, "FORBIDDEN", "You may not do this.");

    /// <summary>Somebody else changed the account between our look at it and our save.</summary>
    public static IResult Overtaken() =>
        Of(409, "ACCOUNT_CHANGED", "The account was changed at the same moment. Please try again.");

    private sealed class ProblemResult(int status, string code, string title, object? facts)
        : IResult,
            IStatusCodeHttpResult
    {
        private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

        public int? StatusCode => status;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var problem = new Dictionary<string, object?>
            {
                ["type"] = "urn:cooperator:problem:" + code.ToLowerInvariant().Replace('_', '-'),
                ["title"] = title,
                ["status"] = status,
                ["code"] = code,
                ["traceId"] = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier,
            };
            foreach (var property in facts?.GetType().GetProperties() ?? [])
            {
                problem[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = property.GetValue(facts);
            }

            if (status == 401)
            {
                httpContext.Response.Headers.WWWAuthenticate = "Bearer";
            }

            httpContext.Response.StatusCode = status;
            await httpContext.Response.WriteAsJsonAsync(
                problem,
                Json,
                "application/problem+json",
                httpContext.RequestAborted
            );
        }
    }
}
