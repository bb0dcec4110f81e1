using System.Buffers.Text;
using System.Text.Json;
using Cooperator.Api.Platform.Refusals;
using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

internal sealed record NewPasskeyRequest(string? Name, JsonElement Credential);

internal sealed record PasskeyNameRequest(string? Name);

/// <summary>Adding, listing, renaming and removing passkeys.</summary>
internal static class PasskeyEndpoints
{
    private const int MostPasskeys = 20;

    public static void MapPasskeys(this RouteGroupBuilder auth)
    {
        var passkeys = auth.MapGroup("/passkeys").RequireAuthorization(Policies.Interactive);
        passkeys.MapGet("/", ListAsync);
        passkeys.MapPost("/options", OfferAsync);
        passkeys.MapPost("/", AddAsync);
        passkeys.MapPatch("/{id}", RenameAsync);
        passkeys.MapDelete("/{id}", RemoveAsync);
    }

    private static async Task<IResult> ListAsync(SignedInAccount signedIn, UserManager<Account> accounts)
    {
        var passkeys = await accounts.GetPasskeysAsync(await signedIn.GetAsync());
        return Results.Ok(passkeys.OrderBy(p => p.CreatedAt).Select(Answer));
    }

    private static async Task<IResult> OfferAsync(
        HttpContext http,
        SignedInAccount signedIn,
        PasskeyCeremony ceremony
    ) => Results.Content(await ceremony.OfferNewAsync(http, await signedIn.GetAsync()), "application/json");

    private static async Task<IResult> AddAsync(
        NewPasskeyRequest request,
        HttpContext http,
        SignedInAccount signedIn,
        UserManager<Account> accounts,
        PasskeyCeremony ceremony,
        SecurityLog log
    )
    {
        var account = await signedIn.GetAsync();
        var held = (await accounts.GetPasskeysAsync(account)).Count;
        var check = new InputCheck();
        var name = check.Take(() => NameOf(request.Name));
        check.Require(held < MostPasskeys, new InputFault(InputFaultCode.TooMany, Max: MostPasskeys), "name");
        check.Demand();
        if (await ceremony.AcceptNewAsync(http, account, request.Credential) is not { } passkey)
        {
            return Problems.Of(400, "PASSKEY_REJECTED", "This passkey could not be verified.");
        }

        passkey.Name = name;
        log.Note(SecurityEvent.PasskeyAdded, account.Id, ClientAddress.Of(http));
        return (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded
            ? Results.Ok(Answer(passkey))
            : Problems.Overtaken();
    }

    private static async Task<IResult> RenameAsync(
        string id,
        PasskeyNameRequest request,
        SignedInAccount signedIn,
        UserManager<Account> accounts
    )
    {
        var account = await signedIn.GetAsync();
        if (await FindAsync(accounts, account, id) is not { } passkey)
        {
            return NotFound();
        }

        passkey.Name = NameOf(request.Name);
        return (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded
            ? Results.Ok(Answer(passkey))
            : Problems.Overtaken();
    }

    private static async Task<IResult> RemoveAsync(
        string id,
        HttpContext http,
        SignedInAccount signedIn,
        UserManager<Account> accounts,
        SecurityLog log
    )
    {
        var account = await signedIn.GetAsync();
        if (await FindAsync(accounts, account, id) is not { } passkey)
        {
            return NotFound();
        }

        log.Note(SecurityEvent.PasskeyRemoved, account.Id, ClientAddress.Of(http));
        return (await accounts.RemovePasskeyAsync(account, passkey.CredentialId)).Succeeded
            ? Results.NoContent()
            : Problems.Overtaken();
    }

    private static string NameOf(string? text) => InvalidInputException.Text(text, "name", 100);

    private static async Task<UserPasskeyInfo?> FindAsync(UserManager<Account> accounts, Account account, string id) =>
        Base64Url.IsValid(id) ? await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) : null;

    private static IResult NotFound() => Problems.Of(404, "PASSKEY_NOT_FOUND", "There is no such passkey.");

    private static object Answer(UserPasskeyInfo passkey) =>
        new
        {
            id = Base64Url.EncodeToString(passkey.CredentialId),
            passkey.Name,
            passkey.CreatedAt,
        };
}
