using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

internal sealed record ProfileRequest(string? Name, Language? Language);

/// <summary>What the account itself knows of a person; what a co-op knows is on the member.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfile(this RouteGroupBuilder auth)
    {
        auth.MapGet("/profile", GetAsync).RequireAuthorization(Policies.Interactive);
        auth.MapPatch("/profile", ChangeAsync).RequireAuthorization(Policies.Interactive);
    }

    private static async Task<IResult> GetAsync(SignedInAccount signedIn) => Answer(await signedIn.GetAsync());

    private static async Task<IResult> ChangeAsync(
        ProfileRequest request,
        SignedInAccount signedIn,
        UserManager<Account> accounts,
        SessionCache cache
    )
    {
        var account = await signedIn.GetAsync();
        var name = request.Name is null ? account.Name : InvalidInputException.Text(request.Name, "name", 200);
        account.Describe(name, request.Language ?? account.Language);
        if (!(await accounts.UpdateAsync(account)).Succeeded)
        {
            return Problems.Overtaken();
        }

        cache.ForgetAccount(account.Id);
        return Answer(account);
    }

    private static IResult Answer(Account account) => Results.Ok(new { account.Name, account.Language });
}
