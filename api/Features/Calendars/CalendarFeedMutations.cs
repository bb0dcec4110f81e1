using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Calendars;

/// <summary>What is told of a new link.</summary>
/// <param name="Url">For a calendar program. Whoever knows it sees the member's dates; it is shown this once.</param>
public sealed record CalendarLinkPayload(string Url);

[MutationType]
[Authorize(Policy = Policies.Member)]
public static class CalendarFeedMutations
{
    /// <summary>Makes a secret link to the viewer's dates; the one before, if there is one, leads nowhere from now on.</summary>
    public static async Task<CalendarLinkPayload> CreateCalendarFeedAsync(
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        PublicSite site,
        CancellationToken ct
    )
    {
        var feed = await db.OwnFeedAsync(me, ct);
        if (feed is null)
        {
            db.CalendarFeeds.Add(feed = new CalendarFeed(me.MemberId));
        }

        var secret = Secret.Create();
        feed.Open(secret, calendar.Now);
        return new CalendarLinkPayload(site.Link($"/calendar/{db.Coop.Slug}/{secret.Text}.ics"));
    }

    /// <summary>Ends the link to the viewer's dates.</summary>
    [Error<CalendarFeedNotFoundException>]
    public static async Task<Member> RevokeCalendarFeedAsync(
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var feed = await db.OwnFeedAsync(me, ct) ?? throw new CalendarFeedNotFoundException();
        feed.Revoke();
        db.CalendarFeeds.Remove(feed);
        return await db.Members.SingleAsync(m => m.Id == me.MemberId, ct);
    }

    internal static Task<CalendarFeed?> OwnFeedAsync(
        this CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var self = me.MemberId;
        return db.CalendarFeeds.SingleOrDefaultAsync(f => f.MemberId == self, ct);
    }
}

public sealed class CalendarFeedNotFoundException() : RefusalException("There is no calendar link.");

[ObjectType<Member>]
public static class MemberCalendarFeed
{
    /// <summary>Since when the member has a calendar link; null without one, and to everybody else.</summary>
    public static async Task<DateTimeOffset?> GetCalendarFeedSinceAsync(
        [Parent] Member member,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    ) => member.Id == me.MemberId ? (await db.OwnFeedAsync(me, ct))?.CreatedAt : null;
}
