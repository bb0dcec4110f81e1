using Cooperator.Api.Database;
using Cooperator.Api.Database.Schema;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cooperator.Api.Tests.Database;

public sealed class DatabaseMigratorTests(DatabaseServer server, TestHouse house) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task Two_nodes_that_start_at_once_migrate_an_empty_database_once()
    {
        var connections = await server.EmptyAsync();

        await Task.WhenAll(MigrateAsync(connections), MigrateAsync(connections));

        using var scope = house.Services.CreateScope();
        var migrations = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>().Database.GetMigrations();
        Assert.Equal(
            (long)migrations.Count(),
            await ScalarAsync(connections, "SELECT count(*) FROM migrations_history")
        );
        Assert.NotNull(await ScalarAsync(connections, "SELECT to_regclass('quartz.qrtz_job_details')::text"));
    }

    [Fact]
    public async Task Row_security_that_was_switched_off_by_hand_is_back_after_the_next_start()
    {
        var connections = await server.CopyAsync();
        await ScalarAsync(connections, "ALTER TABLE members DISABLE ROW LEVEL SECURITY");

        await MigrateAsync(connections);

        Assert.Equal(
            true,
            await ScalarAsync(connections, "SELECT relrowsecurity FROM pg_class WHERE oid = 'members'::regclass")
        );
    }

    [Fact]
    public void The_migrations_lead_to_the_model_of_today()
    {
        using var scope = house.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();

        // When this fails: dotnet run --project tools/Migrations -- add <Name>
        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static Task MigrateAsync(DatabaseConnections connections) =>
        new DatabaseMigrator(connections, NullLogger<DatabaseMigrator>.Instance).RunAsync(default);

    private static async Task<object?> ScalarAsync(DatabaseConnections connections, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(connections.Owner);
        await using var command = owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
