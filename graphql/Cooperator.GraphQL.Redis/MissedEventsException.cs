namespace Cooperator.GraphQL.Redis;

/// <summary>Ends a stream whose node was cut off for so long that the server no longer has all events: who goes on must look at everything anew.</summary>
public sealed class MissedEventsException(string topic)
    : GraphQLException(
        new GraphQLError($"The subscription was ended because events of \"{topic}\" were missed.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "MISSED_EVENTS" },
        }
    );
