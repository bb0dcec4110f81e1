using System.Text.Json;

namespace Cooperator.Api.Identity;

internal sealed record PasskeyRequest(JsonElement Credential);

/// <summary>Signing in with a passkey, which is both factors in one: the device, and the finger or code that unlocks it.</summary>
internal static class PasskeySignInEndpoints
{
    public static void MapPasskeySignIn(this RouteGroupBuilder auth)
    {
        auth.MapPost("/passkeys/sign-in/options", ChallengeAsync).AllowAnonymous();
        auth.MapPost("/passkeys/sign-in", SignInAsync).AllowAnonymous();
    }

    private static async Task<IResult> ChallengeAsync(HttpContext http, PasskeyCeremony ceremony) =>
        Results.Content(await ceremony.ChallengeAsync(http), "application/json");

    private static async Task<IResult> SignInAsync(
        PasskeyRequest request,
        HttpContext http,
        PasskeyCeremony ceremony,
        BrowserSignIn signIn,
        CancellationToken ct
    ) =>
        await ceremony.AcceptAsync(http, request.Credential, ct) is { } account
            ? await signIn.CompleteAsync(http, account, remember: true, ct)
            : Problems.Of(401, "PASSKEY_REJECTED", "This passkey was not accepted.");
}
