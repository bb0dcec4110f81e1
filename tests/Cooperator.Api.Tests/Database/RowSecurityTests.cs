using Cooperator.Api.Database;
using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cooperator.Api.Tests.Database;

/// <summary>The second lock: what holds when the first one, the query filter, is forgotten.</summary>
public sealed class RowSecurityTests(TestHouse house) : IClassFixture<TestHouse>
{
    public static TheoryData<string> Records => ["event_log", "hours_lines"];

    [Fact]
    public async Task Every_tenant_table_forces_row_security_with_the_tenant_policy()
    {
        // arrange
        var tables = TenantTables();

        // act
        var secured = await RowsAsync(
            house.Connections.Owner,
            """
            SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'tenant'
            WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polcmd = '*' AND p.polroles = '{0}'
            """
        );

        // assert
        Assert.NotEmpty(tables);
        Assert.Empty(tables.Except(secured));
    }

    [Fact]
    public async Task Every_table_with_a_coop_id_belongs_to_the_tenancy()
    {
        var withCoop = await RowsAsync(
            house.Connections.Owner,
            """
            SELECT table_name FROM information_schema.columns
            WHERE column_name = 'coop_id' AND table_schema = 'public' AND is_nullable = 'NO'
            """
        );
        Assert.Equal(TenantTables().Order(), withCoop.Order());
    }

    [Fact]
    public async Task The_api_s_role_owns_nothing_and_bypasses_nothing()
    {
        var powers = await RowsAsync(
            house.Connections.App,
            """
            SELECT 'role' FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole)
            UNION ALL SELECT 'owns ' || relname FROM pg_class WHERE relowner = current_user::regrole
            """
        );
        Assert.Empty(powers);
    }

    [Fact]
    public async Task Without_filters_another_co_op_s_rows_are_not_seen_in_any_table()
    {
        // arrange
        var (lindenhof, seestrasse) = await TwoCoopsWithRowsInEveryTableAsync();

        foreach (var table in TenantTables())
        {
            // act
            var seen = await CountAsync(lindenhof, table);
            var own = await CountAsync(seestrasse, table, seestrasse);

            // assert
            Assert.True(own > 0, $"{table} holds nothing to hide.");
            Assert.Equal(0, await CountAsync(lindenhof, table, seestrasse));
            Assert.True(seen > 0, $"{table} is hidden from its own co-op.");
        }
    }

    [Fact]
    public async Task Without_a_co_op_nothing_is_seen_in_any_table()
    {
        await TwoCoopsWithRowsInEveryTableAsync();
        foreach (var table in TenantTables())
        {
            Assert.Equal(["0"], await RowsAsync(house.Connections.App, $"SELECT count(*)::text FROM {table}"));
        }
    }

    [Fact]
    public async Task The_owner_of_the_tables_is_bound_like_everybody()
    {
        var (lindenhof, seestrasse) = await TwoCoopsWithRowsInEveryTableAsync();
        var owner = new NpgsqlConnectionStringBuilder(house.Connections.Owner)
        {
            Options = $"-c app.coop_id={lindenhof.Id}",
        }.ConnectionString;
        foreach (var table in TenantTables())
        {
            var others = $"SELECT count(*)::text FROM {table} WHERE coop_id = '{seestrasse.Id}'";
            Assert.Equal(["0"], await RowsAsync(owner, others));
        }
    }

    [Fact]
    public async Task Another_co_op_s_rows_can_be_neither_changed_nor_removed_nor_planted()
    {
        var (lindenhof, seestrasse) = await TwoCoopsWithRowsInEveryTableAsync();
        foreach (var table in TenantTables().Except(Records.Select(r => r.Data)))
        {
            var changed = await AffectedAsync(
                lindenhof,
                $"UPDATE {table} SET id = id WHERE coop_id = '{seestrasse.Id}'"
            );
            var removed = await AffectedAsync(lindenhof, $"DELETE FROM {table} WHERE coop_id = '{seestrasse.Id}'");
            Assert.Equal((0, 0), (changed, removed));
        }

        var planted = await Assert.ThrowsAsync<PostgresException>(() =>
            AffectedAsync(
                lindenhof,
                $"INSERT INTO buildings (id, coop_id, name) VALUES (gen_random_uuid(), '{seestrasse.Id}', 'Planted')"
            )
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, planted.SqlState);
    }

    [Fact]
    public async Task With_the_query_filter_ignored_the_context_sees_its_own_co_op_only()
    {
        var (lindenhof, _) = await TwoCoopsWithRowsInEveryTableAsync();
        var coops = await house.ReadAsync(
            lindenhof,
            db => db.Members.IgnoreQueryFilters([Tenancy.FilterName]).Select(m => m.CoopId).Distinct().ToListAsync()
        );
        Assert.Equal([lindenhof.Id], coops);
    }

    [Fact]
    public async Task An_account_sees_its_own_memberships_in_every_co_op_and_nobody_else_s()
    {
        // arrange
        var (lindenhof, seestrasse) = await TwoCoopsWithRowsInEveryTableAsync();
        var account = Guid.CreateVersion7();
        foreach (var coop in new[] { lindenhof, seestrasse })
        {
            await house.WriteAsync(coop, async db => (await db.Members.FirstAsync()).ConnectAccount(account));
        }

        // act
        var (members, roles) = await house.InScopeAsync(async scope =>
        {
            scope.GetRequiredService<CurrentActor>().AccountId = account;
            var db = scope.GetRequiredService<CooperatorDbContext>();
            return (
                await db.Members.IgnoreQueryFilters().ToListAsync(),
                await db.RoleAssignments.IgnoreQueryFilters().ToListAsync()
            );
        });

        // assert
        Assert.Equal(new[] { lindenhof.Id, seestrasse.Id }.Order(), members.Select(m => m.CoopId).Order());
        Assert.All(members, m => Assert.Equal(account, m.AccountId));
        Assert.Equal(members.Select(m => m.Id).Order(), roles.Select(r => r.MemberId).Order());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task A_record_can_not_be_rewritten_not_even_by_the_owner_of_the_tables(string table)
    {
        var (lindenhof, _) = await TwoCoopsWithRowsInEveryTableAsync();
        foreach (
            var sql in new[] { $"UPDATE {table} SET coop_id = coop_id", $"DELETE FROM {table}", $"TRUNCATE {table}" }
        )
        {
            await Assert.ThrowsAsync<PostgresException>(() => AffectedAsync(lindenhof, sql));
            await Assert.ThrowsAsync<PostgresException>(() =>
                RowsAsync(house.Connections.Owner, $"{SetCoop(lindenhof)}; {sql}")
            );
        }
    }

    private async Task<(Coop, Coop)> TwoCoopsWithRowsInEveryTableAsync()
    {
        var coops = new[] { await house.AddCoopAsync(Slug()), await house.AddCoopAsync(Slug()) };
        foreach (var coop in coops)
        {
            await house.WriteAsync(coop, Furnish.OneOfEachAsync);
        }

        return (coops[0], coops[1]);
    }

    private static string Slug() => "coop-" + Guid.NewGuid().ToString("N")[..12];

    private static string SetCoop(Coop coop) => $"SELECT set_config('app.coop_id', '{coop.Id}', false)";

    private List<string> TenantTables()
    {
        using var scope = house.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>().Model;
        return [.. model.GetEntityTypes().Where(Tenancy.IsTenantOwned).Select(t => t.GetTableName()!)];
    }

    private Task<long> CountAsync(Coop signedIn, string table, Coop? of = null) =>
        InCoopAsync(
            signedIn,
            $"SELECT count(*) FROM {table} WHERE coop_id = '{(of ?? signedIn).Id}'",
            async command => (long)(await command.ExecuteScalarAsync())!
        );

    private Task<int> AffectedAsync(Coop signedIn, string sql) =>
        InCoopAsync(signedIn, sql, command => command.ExecuteNonQueryAsync());

    private async Task<T> InCoopAsync<T>(Coop coop, string sql, Func<NpgsqlCommand, Task<T>> run)
    {
        await using var dataSource = NpgsqlDataSource.Create(house.Connections.App);
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var set = new NpgsqlCommand(SetCoop(coop), connection);
        await set.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await run(command);
    }

    private static async Task<List<string>> RowsAsync(string connectionString, string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await using var command = dataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        do
        {
            while (await reader.ReadAsync())
            {
                rows.Add(reader.GetString(0));
            }
        } while (await reader.NextResultAsync());

        return rows;
    }
}
