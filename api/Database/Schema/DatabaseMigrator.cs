using Cooperator.Api.Database.Events;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Startup;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cooperator.Api.Database.Schema;

/// <summary>Brings the database to this version's schema: as the owner, one process at a time, as often as one likes.</summary>
public sealed class DatabaseMigrator(DatabaseConnections connections, ILogger<DatabaseMigrator> logger) : IStartupStep
{
    // Any number will do, as long as every version of the program takes the same one.
    private const long LockKey = 7_203_410_998_121_004;

    public bool PartOfMigrate => true;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Large tables take as long as they take, and so does another node that is at it.
        var patient = new NpgsqlConnectionStringBuilder(connections.Owner) { CommandTimeout = 0 };
        await using var dataSource = NpgsqlDataSource.Create(patient);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync($"SELECT pg_advisory_lock({LockKey})", cancellationToken);
        if (!await BuildMark.IsInPlaceAsync(connection, cancellationToken))
        {
            await BringUpToDateAsync(dataSource, connection, cancellationToken);
        }

        if (await EventPositions.TakeOverAsync(connection, cancellationToken))
        {
            logger.LogInformation("The database was restored from another server; its event log goes on from here.");
        }

        await connection.ExecuteAsync($"SELECT pg_advisory_unlock({LockKey})", cancellationToken);
    }

    private async Task BringUpToDateAsync(
        NpgsqlDataSource dataSource,
        NpgsqlConnection connection,
        CancellationToken ct
    )
    {
        var options = new DbContextOptionsBuilder<CooperatorDbContext>();
        options.UseCooperatorModel(dataSource);
        await using var db = new CooperatorDbContext(options.Options);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(ct);
            logger.LogInformation("Migrated the database: {Migrations}", string.Join(", ", pending));
        }

        await SchemaScripts.ApplyAsync(connection, db.Model, ct);
        await BuildMark.LeaveAsync(connection, ct);
    }
}
