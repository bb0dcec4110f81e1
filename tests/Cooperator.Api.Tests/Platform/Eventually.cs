using System.Diagnostics;

namespace Cooperator.Api.Tests.Platform;

/// <summary>Waits for something that another process does in its own time; a deadline, not a pause, ends the wait.</summary>
internal static class Eventually
{
    // Spent only when a test fails: a loaded machine may take minutes to start a program.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.True(waited.Elapsed < Patience, "What was waited for has not happened.");
            await tick.WaitForNextTickAsync();
        }
    }
}
