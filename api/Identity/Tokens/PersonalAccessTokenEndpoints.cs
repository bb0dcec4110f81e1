using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

internal sealed record PersonalAccessTokenRequest(string? Name, string[]? Scopes, string? Coop, int? ExpiresInDays);

/// <summary>Tokens a person gives to scripts of their own. A token can not make or see tokens.</summary>
internal static class PersonalAccessTokenEndpoints
{
    private const int LongestDays = 366;
    private const int MostTokens = 50;

    public static void MapPersonalAccessTokens(this RouteGroupBuilder auth)
    {
        var tokens = auth.MapGroup("/tokens").RequireAuthorization(Policies.Interactive);
        tokens.MapGet("/", ListAsync);
        tokens.MapPost("/", CreateAsync);
        tokens.MapDelete("/{id:guid}", RevokeAsync);
    }

    private static async Task<IResult> ListAsync(CooperatorDbContext db, CurrentAccount account, CancellationToken ct)
    {
        var tokens = await (
            from token in db.PersonalAccessTokens
            where token.AccountId == account.RequiredId
            join coop in db.Coops on token.CoopId equals coop.Id into coops
            from coop in coops.DefaultIfEmpty()
            orderby token.CreatedAt descending
            select new { Token = token, Coop = coop == null ? null : coop.Slug }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return Results.Ok(
            tokens.Select(t => new
            {
                t.Token.Id,
                t.Token.Name,
                Scopes = TokenScopes.Of(t.Token.MayWrite),
                t.Coop,
                t.Token.CreatedAt,
                t.Token.ExpiresAt,
                t.Token.LastUsedAt,
            })
        );
    }

    private static async Task<IResult> CreateAsync(
        PersonalAccessTokenRequest request,
        HttpContext http,
        CooperatorDbContext db,
        CurrentAccount account,
        Memberships memberships,
        SecurityLog log,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var faults = new InputFaults();
        var name = faults.Text("name", request.Name, longest: 100);
        var coopId = await CoopIdAsync(request.Coop, faults, memberships, account, now, ct);
        CheckScopes(request.Scopes, faults);
        if (request.ExpiresInDays is not (>= 1 and <= LongestDays))
        {
            faults.Add("expiresInDays", "OUT_OF_RANGE", $"Choose 1 to {LongestDays} days.");
        }

        if (await db.PersonalAccessTokens.CountAsync(t => t.AccountId == account.RequiredId, ct) >= MostTokens)
        {
            faults.Add("name", "TOO_MANY", $"There are {MostTokens} tokens already. Revoke one first.");
        }

        if (faults.Any)
        {
            return faults.ToProblem();
        }

        var secret = Secret.Create(PersonalAccessTokens.Prefix);
        var mayWrite = request.Scopes!.Contains(TokenScopes.Write);
        var expiresAt = now.AddDays(request.ExpiresInDays!.Value);
        var token = new PersonalAccessToken(account.RequiredId, name, mayWrite, coopId, secret.Hash, now, expiresAt);
        db.PersonalAccessTokens.Add(token);
        log.Note(SecurityEvent.AccessTokenCreated, account.Id, ClientAddress.Of(http));
        await db.SaveChangesAsync(ct);
        return Results.Ok(new { token.Id, token = secret.Text });
    }

    private static async Task<IResult> RevokeAsync(
        Guid id,
        HttpContext http,
        CooperatorDbContext db,
        CurrentAccount account,
        PersonalAccessTokenCache cache,
        SecurityLog log,
        CancellationToken ct
    )
    {
        var revoked = await db
            .PersonalAccessTokens.Where(t => t.Id == id && t.AccountId == account.RequiredId)
            .ExecuteDeleteAsync(ct);
        if (revoked == 0)
        {
            return Problems.Of(404, "TOKEN_NOT_FOUND", "There is no such token.");
        }

        cache.Forget(id);
        log.Note(SecurityEvent.AccessTokenRevoked, account.Id, ClientAddress.Of(http));
        await db.SaveChangesAsync(ct);
        return Results.NoContent();
    }

    private static void CheckScopes(string[]? scopes, InputFaults faults)
    {
        if (scopes is not { Length: > 0 } || scopes.Any(s => s is not (TokenScopes.Read or TokenScopes.Write)))
        {
            faults.Add("scopes", "NOT_VALID", "Choose read, or read and write.");
        }
    }

    private static async Task<Guid?> CoopIdAsync(
        string? slug,
        InputFaults faults,
        Memberships memberships,
        CurrentAccount account,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (string.IsNullOrEmpty(slug))
        {
            return null;
        }

        var all = await memberships.OfAccountAsync(account.RequiredId, ct);
        var membership = all.FirstOrDefault(m => m.Slug == slug && m.RolesAt(now).Count > 0);
        if (membership is null)
        {
            faults.Add("coop", "NOT_FOUND", "There is no such co-op.");
        }

        return membership?.CoopId;
    }
}
