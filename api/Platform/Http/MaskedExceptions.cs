using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Cooperator.Api.Platform.Http;

/// <summary>
/// The last net under the endpoints: the person gets a sentence and a trace id, the log gets the exception, once.
/// </summary>
internal sealed class MaskedExceptions(IProblemDetailsService problems, ILogger<MaskedExceptions> logger)
    : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = ProblemOf(exception);
        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            logger.LogError(
                exception,
                "Unexpected failure, trace {TraceId}.",
                ProblemDetailsSetup.TraceId(httpContext)
            );
        }
        else if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            logger.LogWarning("The database is away: {Reason}", exception.Message);
            httpContext.Response.Headers.RetryAfter = "5";
        }
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(
            new()
            {
                HttpContext = httpContext,
                ProblemDetails = problem,
                Exception = exception,
            }
        );
    }

    private static ProblemDetails ProblemOf(Exception exception) =>
        exception switch
        {
            _ when InvalidInput.FaultsOf(exception) is { } faults => InvalidInput.Problem(faults),
            BadHttpRequestException bad => new() { Status = bad.StatusCode, Title = TitleOf(bad) },
            _ when DatabaseOutage.Is(exception) => new()
            {
                Status = 503,
                Title = "The database can not be reached just now. Please try again shortly.",
                Extensions = { ["code"] = DatabaseOutage.Code },
            },
            _ => new() { Status = 500, Title = "Something went wrong on our side. Please try again." },
        };

    // These messages are the framework's own about the shape of the request; they hold nothing of ours.
    private static string TitleOf(BadHttpRequestException bad) =>
        bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request is larger than allowed." : bad.Message;
}
