using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

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
