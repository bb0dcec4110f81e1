namespace Cooperator.GraphQL.Subscriptions;

/// <summary>Ends the stream of a subscriber that did not read as fast as events came.</summary>
public sealed class SlowSubscriberException(string topic)
    : GraphQLException(
        new GraphQLError($"The subscription was ended because events of \"{topic}\" were not read fast enough.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "SLOW_SUBSCRIBER" },
        }
    );
