using Quartz;

namespace Cooperator.Api.Platform.Jobs;

/// <summary>The plans of this version as the scheduler keeps them.</summary>
internal static class JobTimetable
{
    /// <summary>The group of the triggers that somebody asked for.</summary>
    private const string ByHand = "by-hand";

    public static JobKey KeyOf(string name) => new(name);

    /// <summary>Brings the scheduler's tables up to date; what is unchanged keeps its next time, missed ones too.</summary>
    public static async Task KeepAsync(
        this IScheduler scheduler,
        IReadOnlyCollection<JobPlan> plans,
        CancellationToken ct
    )
    {
        var known = await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), ct);
        foreach (var gone in known.Where(key => plans.All(p => p.Name != key.Name)))
        {
            await scheduler.DeleteJob(gone, ct);
        }

        foreach (var plan in plans)
        {
            var trigger = TriggerOf(plan);
            var detail = await scheduler.GetJobDetail(KeyOf(plan.Name), ct);
            if (detail?.JobType != typeof(RecordedJob) || !IsSame(trigger, await scheduler.GetTrigger(trigger.Key, ct)))
            {
                await scheduler.ScheduleJob(DetailOf(plan), [trigger], new ScheduleJobOptions { Replace = true }, ct);
            }
        }
    }

    /// <summary>Runs a job at once; false when that was already asked for and has not ended.</summary>
    public static async Task<bool> RunNowAsync(this IScheduler scheduler, string name, CancellationToken ct)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(name, ByHand).ForJob(KeyOf(name)).StartNow().Build();
        try
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: ct);
            return true;
        }
        catch (ObjectAlreadyExistsException)
        {
            return false;
        }
    }

    private static IJobDetail DetailOf(JobPlan plan) =>
        JobBuilder.Create<RecordedJob>().WithIdentity(KeyOf(plan.Name)).StoreDurably().RequestRecovery().Build();

    private static ICronTrigger TriggerOf(JobPlan plan) =>
        (ICronTrigger)
            TriggerBuilder
                .Create()
                .WithIdentity(plan.Name)
                .ForJob(KeyOf(plan.Name))
                .WithCronSchedule(
                    plan.Cron,
                    cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(InstructionOf(plan.Missed))
                )
                .Build();

    private static CronTriggerMisfireInstruction InstructionOf(MissedRuns missed) =>
        missed switch
        {
            MissedRuns.RunOnce => CronTriggerMisfireInstruction.FireAndProceed,
            MissedRuns.Skip => CronTriggerMisfireInstruction.DoNothing,
        };

    private static bool IsSame(ICronTrigger planned, ITrigger? kept) =>
        kept is ICronTrigger cron
        && cron.CronExpressionString == planned.CronExpressionString
        && cron.MisfireInstruction == planned.MisfireInstruction
        && cron.TimeZone.Equals(planned.TimeZone);
}
