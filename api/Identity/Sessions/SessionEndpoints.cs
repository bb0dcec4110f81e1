using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>Where one is signed in, and signing out there.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this RouteGroupBuilder auth)
    {
        var sessions = auth.MapGroup("/sessions").RequireAuthorization(Policies.Interactive);
        sessions.MapGet("/", ListAsync);
        sessions.MapDelete("/{id:guid}", EndAsync);
        sessions.MapDelete("/", EndOthersAsync);
    }

    private static async Task<IResult> ListAsync(
        CooperatorDbContext db,
        CurrentAccount account,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var sessions = await db
            .Sessions.Where(s => s.AccountId == account.RequiredId && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt)
            .Select(s => new
            {
                s.Id,
                Current = s.Id == account.SessionId,
                s.Kind,
                s.CreatedAt,
                s.LastSeenAt,
                s.UserAgent,
                s.IpAddress,
            })
            .ToListAsync(ct);
        return Results.Ok(sessions);
    }

    private static async Task<IResult> EndAsync(
        Guid id,
        HttpContext http,
        CurrentAccount account,
        Sessions sessions,
        CancellationToken ct
    )
    {
        if (!await sessions.EndAsync(account.RequiredId, id, ct))
        {
            return Problems.Of(404, "SESSION_NOT_FOUND", "There is no such session.");
        }

        if (id == account.SessionId)
        {
            SessionCookie.Clear(http);
        }

        return Results.NoContent();
    }

    private static async Task<IResult> EndOthersAsync(CurrentAccount account, Sessions sessions, CancellationToken ct)
    {
        await sessions.EndAllAsync(account.RequiredId, account.SessionId, ct);
        return Results.NoContent();
    }
}
