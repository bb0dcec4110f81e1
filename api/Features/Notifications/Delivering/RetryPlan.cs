namespace Cooperator.Api.Features.Notifications;

/// <summary>When to try again: twice as late each time, with full jitter, so that what failed together does not return together.</summary>
public static class RetryPlan
{
    /// <summary>About three days from the first to the last one.</summary>
    public const int MostAttempts = 20;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static bool IsLast(int attempts) => attempts >= MostAttempts;

    /// <param name="attempts">How often it was tried.</param>
    /// <param name="jitter">From 0 to 1, by chance.</param>
    public static TimeSpan PauseAfter(int attempts, double jitter)
    {
        var most = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, attempts - 1));
        return TimeSpan.FromSeconds(Math.Max(1, most * jitter));
    }
}
