using Cooperator.Api.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Cooperator.Api.Tests.Platform.Jobs;

public sealed class ExpirySweepTests
{
    [Fact]
    public async Task Runs_every_sweep_through_the_scheduler_of_the_database_even_after_one_has_failed()
    {
        var second = new Sweep();
        await using var program = await ProgramOnServer.StartAsync();
        await using var furnished = program.WithWebHostBuilder(host =>
            host.ConfigureServices(services =>
                services.AddSingleton<IExpirySweep>(new Sweep(fails: true)).AddSingleton<IExpirySweep>(second)
            )
        );
        var scheduler = await furnished.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

        await Eventually.HoldsAsync(async () => await scheduler.GetJobDetail(new JobKey("expiry-sweep")) is not null);
        await scheduler.TriggerJob(new JobKey("expiry-sweep"));

        await second.Done.WaitAsync(TimeSpan.FromMinutes(5));
    }

    private sealed class Sweep(bool fails = false) : IExpirySweep
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => done.Task;

        public string What => "things of a test";

        public Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
        {
            done.TrySetResult();
            return fails ? throw new InvalidOperationException("This one always fails.") : Task.FromResult(1);
        }
    }
}
