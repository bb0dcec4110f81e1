using System.Security.Cryptography;
using System.Text;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Cooperator.Api.Features.Calendars;

/// <summary><c>GET /calendar/{co-op}/{secret}.ics</c>: what its owner has to do, for calendar programs.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendars(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/calendar/{coop}/{secret}.ics",
            async (string coop, string secret, HttpContext http, CalendarReader reader) =>
                await reader.ReadAsync(coop, secret, http.RequestAborted) is { } ics
                    ? Answer(ics, http)
                    : Results.NotFound()
        );

    private static IResult Answer(string ics, HttpContext http)
    {
        var bytes = Encoding.UTF8.GetBytes(ics);
        var tag = EntityTagHeaderValue.Parse($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"");
        // Calendar programs ask every few minutes, whatever they are told.
        http.Response.Headers.CacheControl = "private, max-age=300";
        return Results.File(bytes, "text/calendar; charset=utf-8", entityTag: tag);
    }
}

/// <summary>Finds whose link it is, and what that member has to do. Everything that leads nowhere looks alike.</summary>
internal sealed class CalendarReader(
    CooperatorDbContext db,
    CurrentCoop currentCoop,
    DatabaseTransactions transactions,
    CoopCalendar calendar,
    TaskCalendar tasks
)
{
    public async Task<string?> ReadAsync(string slug, string secret, CancellationToken ct)
    {
        var coop = await db.Coops.SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (coop is null)
        {
            return null;
        }

        currentCoop.Enter(coop.Id, coop.Slug, coop.TimeZone);
        return await transactions.ReadAsync(token => OfOwnerAsync(coop, Secret.HashOf(secret), token), ct);
    }

    private async Task<string?> OfOwnerAsync(Coop coop, byte[] hash, CancellationToken ct)
    {
        var feed = await db.CalendarFeeds.SingleOrDefaultAsync(f => f.SecretHash == hash, ct);
        if (feed is null)
        {
            return null;
        }

        var today = calendar.Today;
        var holdsRole = await db.RoleAssignments.AnyAsync(
            r => r.MemberId == feed.MemberId && r.From <= today && (r.Until == null || r.Until >= today),
            ct
        );
        return holdsRole ? await tasks.WriteAsync(coop, feed.MemberId, ct) : null;
    }
}
