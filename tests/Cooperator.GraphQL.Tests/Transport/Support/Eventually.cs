namespace Cooperator.GraphQL.Tests.Transport.Support;

/// <summary>Waits for what another thread is about to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task TrueAsync(Func<bool> condition, Func<string> otherwise)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var end = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(end) < Patience, otherwise());
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>The result of a task that must not hang.</summary>
    public static Task<T> SoonAsync<T>(Task<T> task) => task.WaitAsync(Patience);

    /// <summary>Waits for a task that must not hang.</summary>
    public static Task SoonAsync(Task task) => task.WaitAsync(Patience);
}
