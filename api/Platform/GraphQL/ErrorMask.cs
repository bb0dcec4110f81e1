using System.Diagnostics;
using System.Runtime.CompilerServices;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Execution;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary>
/// What was not meant for the client stays here: the client gets a trace id, the log gets the failure, once.
/// </summary>
internal sealed class ErrorMask(ILogger<ErrorMask> logger) : IErrorFilter
{
    // One statement that fails may fail a field of each row of a page.
    private static readonly ConditionalWeakTable<Exception, object> Logged = [];

    public GraphQLError OnError(GraphQLError error)
    {
        if (error.Exception is not { } failure)
        {
            return error;
        }

        if (DatabaseOutage.Is(failure))
        {
            logger.LogWarning("An operation waits for the database: {Reason}", failure.Message);
            return Plain(error, "The database does not answer. Please try again in a moment.", DatabaseOutage.Code);
        }

        if (failure is InvalidInputException mistake)
        {
            return Plain(error, mistake.Message, "INVALID_INPUT");
        }

        var trace = Activity.Current?.TraceId.ToString() ?? Guid.CreateVersion7().ToString("N");
        if (Logged.TryAdd(failure, failure))
        {
            Log(failure, trace);
        }

        return error with
        {
            Extensions = WithTrace(error.Extensions, trace),
        };
    }

    private void Log(Exception failure, string trace)
    {
        if (failure is RefusalException)
        {
            logger.LogError(failure, "A refusal is not declared by its mutation. Trace {Trace}.", trace);
        }
        else
        {
            logger.LogError(failure, "A field failed. Trace {Trace}.", trace);
        }
    }

    private static GraphQLError Plain(GraphQLError error, string message, string code) =>
        error with
        {
            Message = message,
            Exception = null,
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code },
        };

    private static Dictionary<string, object?> WithTrace(IReadOnlyDictionary<string, object?>? extensions, string trace)
    {
        var more = new Dictionary<string, object?>(
            extensions ?? new Dictionary<string, object?>(),
            StringComparer.Ordinal
        );
        more.TryAdd("code", "INTERNAL_ERROR");
        more["traceId"] = trace;
        return more;
    }
}
