using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Cooperator.Api.Platform.Health;

/// <summary>Asks the database the smallest question, on a connection of its own.</summary>
internal sealed class DatabaseHealth(DatabaseConnections connections) : IHealthCheck, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Its own small pool: a busy house, whose requests hold every connection, is not a house without a database.
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connections.App) { MaxPoolSize = 2, ApplicationName = "theCooperator health" }
    );

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e)
            when (e is NpgsqlException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The next question opens a fresh connection, so that it heals with the first answer.
            database.Clear();
            return HealthCheckResult.Unhealthy("the database does not answer");
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
