using Cooperator.Api.Database;

namespace Cooperator.Api.Platform.Jobs;

public enum JobOutcome
{
    Running,
    Succeeded,
    Failed,

    /// <summary>Its node died over it; another one began anew.</summary>
    Abandoned,
}

/// <summary>One run of a job. Belongs to the installation: nothing of any co-op is told in it.</summary>
public sealed class JobRun : Entity
{
    /// <summary>How long runs are remembered.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const int LongestWords = 500;

    private JobRun() { }

    public JobRun(string job, string node, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        Job = job;
        Node = node;
        DueAt = dueAt;
        StartedAt = now;
    }

    public string Job { get; private set; } = "";

    /// <summary>The process that ran it.</summary>
    public string Node { get; private set; } = "";

    /// <summary>The hour it was for; null when somebody asked for it, or when it makes good for a run whose node died.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public JobOutcome Outcome { get; private set; } = JobOutcome.Running;

    /// <summary>What came of it, in plain words.</summary>
    public string? Words { get; private set; }

    public void Succeed(string words, DateTimeOffset now) => End(JobOutcome.Succeeded, words, now);

    public void Fail(string words, DateTimeOffset now) => End(JobOutcome.Failed, words, now);

    public void Abandon(DateTimeOffset now) => End(JobOutcome.Abandoned, null, now);

    private void End(JobOutcome outcome, string? words, DateTimeOffset now) =>
        (Outcome, Words, FinishedAt) = (outcome, words is null ? null : Clipping.Start(words, LongestWords), now);
}
