namespace Cooperator.Api.Features.Notifications;

/// <summary>What came of an attempt.</summary>
public enum Attempt
{
    Sent,

    /// <summary>It may go better another time.</summary>
    Failed,

    /// <summary>It never will.</summary>
    Refused,
}

/// <param name="Attempt">How it ended.</param>
/// <param name="Error">Why, in words for the delivery log.</param>
public record Outcome(Attempt Attempt, string? Error = null)
{
    public static Outcome Sent { get; } = new(Attempt.Sent);

    public void Record(Delivery delivery, DateTimeOffset now)
    {
        switch (Attempt)
        {
            case Attempt.Sent:
                delivery.Sent(now);
                break;
            case Attempt.Failed:
                delivery.Fail(Error!, now, Random.Shared.NextDouble());
                break;
            case Attempt.Refused:
                delivery.Die(Error!);
                break;
        }
    }
}
