using Cooperator.Api.Platform.Jobs;
using Cooperator.Api.Tests.Platform.Startup;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Cooperator.Api.Tests.Platform.Jobs;

/// <summary>Two nodes, one timetable.</summary>
public sealed class RecurringJobTests
{
    private const string EverySecond = "* * * * * ?";
    private const string Never = "0 0 0 1 1 ? 2099";

    [Fact]
    public async Task A_job_that_is_due_runs_once_however_many_nodes_there_are_and_each_run_is_recorded()
    {
        await using var house = await TwoNodes.StartAsync();
        void Tick(IServiceCollection services) =>
            services.AddRecurringJob<Ticking>("tick", "Ticks.", EverySecond, MissedRuns.Skip);
        var one = house.AddNode(Tick);
        _ = house.AddNode(Tick);

        await Eventually.HoldsAsync(async () =>
            (await TwoNodes.RunsAsync(one, "tick")).Count(r => r.Outcome == JobOutcome.Succeeded) >= 5
        );

        var runs = (await TwoNodes.RunsAsync(one, "tick")).Where(r => r.FinishedAt is not null).ToList();
        Assert.Distinct(runs.Select(r => r.DueAt));
        Assert.All(runs, r => Assert.Equal((JobOutcome.Succeeded, "Ticked."), (r.Outcome, r.Words)));
    }

    [Fact]
    public async Task The_run_of_a_killed_node_is_begun_anew_by_another_and_not_shown_as_running_for_ever()
    {
        await using var house = await TwoNodes.StartAsync();
        // A node that runs no jobs asks for one.
        var asking = house.AddNode(runsJobs: false);
        await using (var hold = new NpgsqlConnection(house.Owner))
        {
            // The sweep waits for this lock, and while it waits its node is killed.
            await hold.OpenAsync();
            await using var transaction = await hold.BeginTransactionAsync();
            await using (var wait = new NpgsqlCommand("LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE", hold))
            {
                await wait.ExecuteNonQueryAsync();
            }

            using var doomed = RealProgram.Start([
                "--urls",
                $"http://127.0.0.1:{Installation.FreePort()}",
                "--Demo:Enabled=false",
                .. house.Settings.Select(s => $"--{s.Name}={s.Value}"),
            ]);
            var scheduler = await asking.GetRequiredService<ISchedulerFactory>().GetScheduler();
            await Eventually.HoldsAsync(async () =>
                await scheduler.GetJobDetail(new JobKey("expiry-sweep")) is not null
            );
            Assert.True(await scheduler.RunNowAsync("expiry-sweep", default));
            await Eventually.HoldsAsync(async () => (await SweepsAsync(asking)).Any(r => r.FinishedAt is null));
            Assert.False(await scheduler.RunNowAsync("expiry-sweep", default));
            doomed.Kill();
            await doomed.WaitForExitAsync();
        }

        _ = house.AddNode();

        await Eventually.HoldsAsync(async () =>
            (await SweepsAsync(asking)).Any(r => r.Outcome == JobOutcome.Succeeded)
        );
        var sweeps = await SweepsAsync(asking);
        Assert.Equal(JobOutcome.Abandoned, sweeps[0].Outcome);
        Assert.DoesNotContain(sweeps, r => r.Outcome == JobOutcome.Running && r.Node == sweeps[0].Node);
    }

    [Fact]
    public async Task A_failure_is_recorded_in_words_that_tell_nothing_of_anybody()
    {
        await using var house = await TwoNodes.StartAsync();
        var node = house.AddNode(services =>
            services
                .AddRecurringJob<Stumbling>("stumble", "Stumbles.", Never, MissedRuns.Skip)
                .AddRecurringJob<Explaining>("explain", "Explains.", Never, MissedRuns.Skip)
        );
        var scheduler = await node.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await Eventually.HoldsAsync(async () => await scheduler.GetJobDetail(new JobKey("explain")) is not null);

        await scheduler.RunNowAsync("stumble", default);
        await scheduler.RunNowAsync("explain", default);

        await Eventually.HoldsAsync(async () =>
            await TwoNodes.RunsAsync(node, "stumble") is [{ FinishedAt: not null }]
            && await TwoNodes.RunsAsync(node, "explain") is [{ FinishedAt: not null }]
        );
        var (stumbled, explained) = (
            Assert.Single(await TwoNodes.RunsAsync(node, "stumble")),
            Assert.Single(await TwoNodes.RunsAsync(node, "explain"))
        );
        Assert.Equal("It failed (InvalidOperationException); the log tells more.", stumbled.Words);
        Assert.Equal((JobOutcome.Failed, "The well is dry."), (explained.Outcome, explained.Words));
        Assert.Null(explained.DueAt);
    }

    private static Task<List<JobRun>> SweepsAsync(IServiceProvider node) => TwoNodes.RunsAsync(node, "expiry-sweep");

    private sealed class Ticking : IRecurringJob
    {
        public Task<string> RunAsync(CancellationToken cancellationToken) => Task.FromResult("Ticked.");
    }

    private sealed class Stumbling : IRecurringJob
    {
        public Task<string> RunAsync(CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Alma Berg owes 12 €.");
    }

    private sealed class Explaining : IRecurringJob
    {
        public Task<string> RunAsync(CancellationToken cancellationToken) =>
            throw new JobFailedException("The well is dry.");
    }
}
