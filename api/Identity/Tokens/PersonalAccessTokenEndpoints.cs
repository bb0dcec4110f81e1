using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform.Refusals;
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
        var memberOf = await memberships.OfAccountAsync(account.RequiredId, ct);
        var held = await db.PersonalAccessTokens.CountAsync(t => t.AccountId == account.RequiredId, ct);
        var check = new InputCheck();
        var name = check.Take(() => InvalidInputException.Text(request.Name, "name", 100));
        check.Require(held < MostTokens, new InputFault(InputFaultCode.TooMany, Max: MostTokens), "name");
        var coopId = check.Take(() => CoopId(request.Coop, memberOf, now));
        var mayWrite = check.Take(() => MayWrite(request.Scopes));
        var days = check.Take(() => Days(request.ExpiresInDays));
        check.Demand();

        var secret = Secret.Create(PersonalAccessTokens.Prefix);
        var expiresAt = now.AddDays(days);
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

    private static bool MayWrite(string[]? scopes) =>
        scopes is { Length: > 0 } && scopes.All(s => s is TokenScopes.Read or TokenScopes.Write)
            ? scopes.Contains(TokenScopes.Write)
            : throw new InvalidInputException(InputFaultCode.InvalidScope, "scopes");

    private static int Days(int? days) =>
        days is >= 1 and <= LongestDays
            ? days.Value
            : throw new InvalidInputException(
                new InputFault(InputFaultCode.OutOfRange, 1, LongestDays),
                "expiresInDays"
            );

    private static Guid? CoopId(string? slug, IReadOnlyList<Membership> memberOf, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(slug))
        {
            return null;
        }

        var membership = memberOf.FirstOrDefault(m => m.Slug == slug && m.RolesAt(now).Count > 0);
        return membership?.CoopId ?? throw new InvalidInputException(InputFaultCode.NotFound, "coop");
    }
}
