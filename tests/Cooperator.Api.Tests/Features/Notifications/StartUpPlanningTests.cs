using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>What happened while no house was open is told when one opens, though nothing wakes it.</summary>
public sealed class StartUpPlanningTests(TestHouse database) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task Events_from_before_the_start_are_planned_at_the_start()
    {
        // arrange
        database.Clock.Now = DateTimeOffset.UtcNow;
        var coop = await database.AddCoopAsync("before-the-start");
        var board = Furnish.Member("Alma", "Vorstand", Role.Admin);
        await WriteAsync(board);
        await WriteAsync(Furnish.Member("Kim", "Neu"));

        // act: without jobs, so that no round makes good for it
        await using var program = new Opened(database);
        _ = program.Services;

        // assert
        await Eventually.HoldsAsync(async () =>
            await database.ReadAsync(
                coop,
                db =>
                    db.Notifications.AnyAsync(n =>
                        n.MemberId == board.Id && n.Kind == NotificationKind.MemberJoined && n.SubjectId != board.Id
                    )
            )
        );

        Task WriteAsync(Member member) =>
            database.WriteAsync(
                coop,
                db =>
                {
                    db.Add(member);
                    return Task.CompletedTask;
                }
            );
    }

    [Fact]
    public async Task What_happens_after_a_restore_into_a_new_server_is_told()
    {
        // arrange: the transactions of the old server have numbers far ahead of the new one's
        database.Clock.Now = DateTimeOffset.UtcNow;
        var coop = await database.AddCoopAsync("restored");
        var board = Furnish.Member("Alma", "Vorstand", Role.Admin);
        await WriteAsync(board);
        var (told, untold) = (Furnish.Member("Kim", "Alt"), Furnish.Member("Kim", "Mitte"));
        await WriteAsync(told);
        await WriteAsync(untold);
        await RestoreAsync(coop.Id, told.Id, untold.Id);

        // act
        await using var program = new Opened(database);
        _ = program.Services;
        var late = Furnish.Member("Kim", "Neu");
        await WriteAsync(late);

        // assert: the new, and what the old server had not got to; not what it had told already
        await Eventually.HoldsAsync(async () =>
            (await ToldAsync()) is var all && all.Contains(late.Id) && all.Contains(untold.Id)
        );
        Assert.DoesNotContain(told.Id, await ToldAsync());

        Task<List<Guid>> ToldAsync() =>
            database.ReadAsync(
                coop,
                db => db.Notifications.Where(n => n.MemberId == board.Id).Select(n => n.SubjectId).ToListAsync()
            );

        Task WriteAsync(Member member) =>
            database.WriteAsync(
                coop,
                db =>
                {
                    db.Add(member);
                    return Task.CompletedTask;
                }
            );
    }

    private async Task RestoreAsync(Guid coop, Guid told, Guid untold)
    {
        var inside = new NpgsqlConnectionStringBuilder(database.Connections.App)
        {
            Options = $"-c app.coop_id={coop}",
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(inside.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            WITH told AS (
                INSERT INTO event_log (coop_id, xid, at, kind, subject_type, subject_id, payload)
                VALUES (@coop, '900000000000', now(), 'member.joined', 'member', @told, '{"joinedOn": "2026-01-01"}')
                RETURNING id
            )
            INSERT INTO notification_cursors (coop_id, id, xid, event_id)
            SELECT @coop, gen_random_uuid(), '900000000000', id FROM told;
            INSERT INTO event_log (coop_id, xid, at, kind, subject_type, subject_id, payload)
            VALUES (@coop, '900000000001', now(), 'member.joined', 'member', @untold, '{"joinedOn": "2026-01-01"}')
            """,
            connection
        );
        command.Parameters.AddWithValue("coop", coop);
        command.Parameters.AddWithValue("told", told);
        command.Parameters.AddWithValue("untold", untold);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Opened(TestHouse database) : WebApplicationFactory<Program>
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("cooperator-data-").FullName;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("Data:Folder", _folder);
            builder.UseSetting("Jobs:Enabled", "false");
            builder.UseSetting("Database:ConnectionString", database.Connections.App);
            builder.UseSetting("Database:OwnerConnectionString", database.Connections.Owner);
            builder.UseSetting("Database:RelayConnectionString", database.Connections.Relay);
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
