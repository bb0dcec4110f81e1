using Cooperator.Api.Platform.Refusals;
using Microsoft.AspNetCore.Mvc;

namespace Cooperator.Api.Platform.Http;

/// <summary>Faults of an input over HTTP: the same codes and limits as in the <c>errors</c> of a mutation, all at once.</summary>
internal static class InvalidInput
{
    public static IReadOnlyList<InvalidInputException>? FaultsOf(Exception exception) =>
        exception switch
        {
            InvalidInputException fault => [fault],
            AggregateException several when several.InnerExceptions.All(e => e is InvalidInputException) =>
            [
                .. several.InnerExceptions.Cast<InvalidInputException>(),
            ],
            _ => null,
        };

    public static ProblemDetails Problem(IReadOnlyList<InvalidInputException> faults) =>
        new()
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "Some of the input is not valid.",
            Extensions =
            {
                ["code"] = "INVALID_INPUT",
                ["errors"] = faults.Select(f => new
                {
                    Path = string.Join('.', f.Path),
                    f.Code,
                    f.Message,
                    f.Min,
                    f.Max,
                }),
            },
        };
}
