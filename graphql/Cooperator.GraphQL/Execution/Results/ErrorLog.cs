using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Execution;

/// <summary>The field errors of one operation, see section 6.4.4 of the specification ("Handling Execution Errors").</summary>
internal sealed class ErrorLog(IServiceProvider services, bool includeExceptionDetails)
{
    private readonly Lock _gate = new();
    private List<GraphQLError> _errors = [];
    private IErrorFilter[]? _filters;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Reports what a field threw.</summary>
    public void Report(Selection field, ulong flags, ResponsePath path, Exception exception)
    {
        foreach (var error in ErrorsOf(exception))
        {
            Report(
                error with
                {
                    Locations = error.Locations.IsEmpty ? field.Locations(flags) : error.Locations,
                    Path = error.Path ?? path.ToList(),
                }
            );
        }
    }

    /// <summary>Reports an error as it is, once the filters have seen it.</summary>
    public void Report(GraphQLError error)
    {
        lock (_gate)
        {
            _filters ??= [.. services.GetServices<IErrorFilter>()];
            foreach (var filter in _filters)
            {
                error = filter.OnError(error);
            }

            _errors.Add(error);
        }
    }

    /// <summary>Forgets the errors; results that were made with them keep theirs.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _errors = [];
        }
    }

    /// <summary>What a client is told about an exception: what was meant for it, or only that something failed.</summary>
    public IEnumerable<GraphQLError> ErrorsOf(Exception exception) =>
        exception switch
        {
            GraphQLException known => known.Errors,
            ScalarCoercionException refusal => [new GraphQLError(refusal.Message) { Exception = refusal }],
            _ => [Unexpected(exception)],
        };

    private GraphQLError Unexpected(Exception exception)
    {
        var error = new GraphQLError("Unexpected Execution Error") { Exception = exception };
        return includeExceptionDetails
            ? error with
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["message"] = exception.Message,
                    ["stackTrace"] = exception.StackTrace,
                },
            }
            : error;
    }
}
