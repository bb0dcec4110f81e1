using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>From events to notifications: each once, none passed over.</summary>
public sealed class PlanningTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    private Planner Planner => house.Services.GetRequiredService<Planner>();

    [Fact]
    public async Task Each_event_is_told_once_however_many_plan_at_the_same_time()
    {
        var admin = await house.AddPersonAsync(Role.Admin);
        await house.ToldAsync(house.Lindenhof);
        var before = (await ToldAsync(admin)).Count;

        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async i =>
                {
                    for (var n = 0; n < 5; n++)
                    {
                        await house.AddMemberAsync(house.Lindenhof, $"Kim{i}x{n}", Role.Resident);
                        await Planner.PlanAsync(house.Lindenhof.Id, default);
                    }
                })
        );
        await house.ToldAsync(house.Lindenhof);

        var told = (await ToldAsync(admin)).Skip(before).ToList();
        Assert.Equal(30, told.Count);
        Assert.Distinct(told.Select(n => n.SubjectId));
        Assert.Distinct(told.Select(n => n.Cause));
    }

    [Fact]
    public async Task What_began_early_and_was_committed_late_is_told_too()
    {
        var admin = await house.AddPersonAsync(Role.Admin);
        await house.ToldAsync(house.Lindenhof);
        var before = (await ToldAsync(admin)).Count;
        var connections = house.Services.GetRequiredService<DatabaseConnections>();
        await using var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync();
        await using var early = await connection.BeginTransactionAsync();
        var subject = (await house.AddPersonAsync()).MemberId;
        await house.ToldAsync(house.Lindenhof);
        await WriteEventAsync(connection, subject);

        var late = await house.AddMemberAsync(house.Lindenhof, "Later", Role.Resident);
        // The later one is there, but nothing behind the open transaction is touched.
        Assert.False(await Planner.PlanAsync(house.Lindenhof.Id, default));
        Assert.DoesNotContain(await ToldAsync(admin), n => n.SubjectId == late.Id);
        await early.CommitAsync();
        await house.ToldAsync(house.Lindenhof);

        var subjects = (await ToldAsync(admin)).Skip(before).Select(n => n.SubjectId).ToList();
        Assert.Equal(2, subjects.Count(s => s == subject));
        Assert.Single(subjects, late.Id);
    }

    [Fact]
    public async Task A_list_that_is_taken_over_is_not_told_line_by_line()
    {
        var admin = await house.AddPersonAsync(Role.Admin);
        await house.ToldAsync(house.Lindenhof);
        var before = (await ToldAsync(admin)).Count;

        await AddAtOnceAsync(NotificationPlan.ListSize);
        await house.ToldAsync(house.Lindenhof);
        Assert.Equal(before, (await ToldAsync(admin)).Count);

        await AddAtOnceAsync(3);
        await house.ToldAsync(house.Lindenhof);
        Assert.Equal(before + 3, (await ToldAsync(admin)).Count);
    }

    private Task<bool> AddAtOnceAsync(int count) =>
        house.InCoopAsync(
            house.Lindenhof,
            (services, _) =>
            {
                var members = Enumerable.Range(0, count).Select(i => Furnish.Member($"Kim {i}", "Liste"));
                services.GetRequiredService<CooperatorDbContext>().AddRange(members);
                return Task.FromResult(true);
            }
        );

    [Fact]
    public async Task Nobody_is_told_of_what_they_did_themselves_or_of_what_is_long_past()
    {
        var (one, other) = (await house.AddPersonAsync(Role.Admin), await house.AddPersonAsync(Role.Admin));
        await house.ToldAsync(house.Lindenhof);
        var doing = house.Program((await house.TokensAsync(one)).Access);

        var added = await doing.AskAsync(
            """mutation { addMember(input: { givenName: "New", familyName: "One", joinedOn: "2026-01-01" }) { member { id } } }"""
        );
        added.Data();
        var now = house.Clock.Now;
        house.Clock.Now = now.AddDays(-30);
        var past = await house.AddMemberAsync(house.Lindenhof, "Past", Role.Resident);
        house.Clock.Now = now;
        await house.ToldAsync(house.Lindenhof);

        Assert.DoesNotContain(await ToldAsync(one), n => n.Words["who"] == "New One");
        Assert.Single(await ToldAsync(other), n => n.Words["who"] == "New One");
        Assert.DoesNotContain(await ToldAsync(other), n => n.SubjectId == past.Id);
    }

    private static async Task WriteEventAsync(NpgsqlConnection connection, Guid subject)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT set_config('app.coop_id', (SELECT id::text FROM coops WHERE slug = 'lindenhof'), true);
            INSERT INTO event_log (coop_id, at, kind, subject_type, subject_id, payload)
            SELECT id, now(), 'member.joined', 'member', @subject, '{"joinedOn": "2026-01-01"}' FROM coops
            WHERE slug = 'lindenhof'
            """,
            connection
        );
        command.Parameters.AddWithValue("subject", subject);
        await command.ExecuteNonQueryAsync();
    }

    private Task<List<Notification>> ToldAsync(Person person) =>
        house.InCoopAsync(
            house.Lindenhof,
            (services, ct) =>
                services
                    .GetRequiredService<CooperatorDbContext>()
                    .Notifications.AsNoTracking()
                    .Where(n => n.MemberId == person.MemberId && n.Kind == NotificationKind.MemberJoined)
                    .OrderBy(n => n.CreatedAt)
                    .ThenBy(n => n.Id)
                    .ToListAsync(ct)
        );
}
