using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Isolation;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>The inbox over GraphQL: one's own, live, and as one has chosen.</summary>
public sealed class InboxTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    private const string Inbox = """
        { unreadNotificationCount notifications(first: 5) { totalCount nodes { id kind text(language: DE) path readAt } } }
        """;

    [Fact]
    public async Task A_notification_arrives_live_is_read_and_is_nobody_else_s()
    {
        var (admin, mine) = await AdminAsync();
        var (_, others) = await AdminAsync();
        await house.ToldAsync(house.Lindenhof);
        await mine.AskAsync("mutation { markAllNotificationsRead { count } }");
        await using var stream = await EventStreamClient.OpenAsync(
            house.Services,
            mine,
            "subscription { notificationReceived { unreadCount notification { id kind text(language: EN) } } }"
        );

        await house.AddMemberAsync(house.Lindenhof, "Frieda", Role.Resident);

        var told = (await stream.NextAsync()).Data().GetProperty("notificationReceived");
        Assert.Equal(1, told.GetProperty("unreadCount").GetInt32());
        Assert.Equal("Frieda Lund has joined Genossenschaft lindenhof", told.GetProperty("notification").Text("text"));
        var first = (await mine.AskAsync(Inbox)).Data().GetProperty("notifications").GetProperty("nodes")[0];
        Assert.Equal("Frieda Lund ist Genossenschaft lindenhof beigetreten", first.Text("text"));
        var read =
            $$"""mutation { markNotificationRead(input: { notificationId: "{{first.Text("id")}}" }) { notification { readAt } errors { __typename } } }""";
        Assert.Contains(
            "NotificationNotFoundError",
            (await others.AskAsync(read)).ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Error", (await mine.AskAsync(read)).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, (await mine.AskAsync(Inbox)).Data().GetProperty("unreadNotificationCount").GetInt32());
        Assert.NotEqual(Guid.Empty, admin.MemberId);
    }

    [Fact]
    public async Task What_is_switched_off_is_not_told_and_what_must_be_told_can_not_be_switched_off()
    {
        var (_, mine) = await AdminAsync();
        await house.ToldAsync(house.Lindenhof);
        var before = await UnreadAsync(mine);
        const string Off =
            "mutation { setNotificationPreference(input: { kind: KIND, channel: IN_APP, enabled: false }) { kindPreference { inApp email } errors { __typename } } }";

        var muted = await mine.AskAsync(Off.Replace("KIND", "MEMBER_JOINED", StringComparison.Ordinal));
        var must = await mine.AskAsync(Off.Replace("KIND", "MEMBERSHIP_ENDED", StringComparison.Ordinal));
        await house.AddMemberAsync(house.Lindenhof, "Silent", Role.Resident);
        await house.ToldAsync(house.Lindenhof);

        Assert.False(
            muted
                .Data()
                .GetProperty("setNotificationPreference")
                .GetProperty("kindPreference")
                .GetProperty("inApp")
                .GetBoolean()
        );
        Assert.Contains("NotificationCannotBeMutedError", must.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await UnreadAsync(mine));
        var kinds = (await mine.AskAsync("{ notificationPreferences { kind canBeMuted inApp } }")).Data();
        Assert.Contains(
            """{"kind":"MEMBER_JOINED","canBeMuted":true,"inApp":false}""",
            kinds.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Hours_are_kept()
    {
        var (_, mine) = await AdminAsync();
        await mine.AskAsync("mutation { setQuietHours(input: { from: 22, until: 7 }) { mailHours { quietFrom } } }");
        await mine.AskAsync("mutation { setDigest(input: { hour: 18 }) { mailHours { digestHour } } }");

        var hours = (await mine.AskAsync("{ mailHours { quietFrom quietUntil digestHour } }")).Data();
        Assert.Equal("""{"mailHours":{"quietFrom":22,"quietUntil":7,"digestHour":18}}""", hours.ToString());
    }

    private static async Task<int> UnreadAsync(HttpClient client) =>
        (await client.AskAsync("{ unreadNotificationCount }")).Data().GetProperty("unreadNotificationCount").GetInt32();

    private async Task<(Person Person, HttpClient Client)> AdminAsync()
    {
        var admin = await house.AddPersonAsync(Role.Admin);
        return (admin, house.Program((await house.TokensAsync(admin)).Access));
    }
}
