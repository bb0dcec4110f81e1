namespace Cooperator.GraphQL.Redis;

/// <summary>Ends a stream whose node was cut off or behind for so long that the server may no longer have all events: who goes on must look at everything anew.</summary>
public sealed class MissedEventsException(string topic)
    : GraphQLException(
        new GraphQLError($"The subscription was ended because events of \"{topic}\" were missed.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "MISSED_EVENTS" },
        }
    );
