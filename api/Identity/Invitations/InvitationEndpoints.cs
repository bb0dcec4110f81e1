using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

internal sealed record AcceptInvitationRequest(string? Name, string? Password, Language? Language);

/// <summary>Joining by a mailed link, with a new account or with the one a person has.</summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this RouteGroupBuilder auth)
    {
        var invitation = auth.MapGroup("/invitations/{coop}/{token}").AllowAnonymous();
        invitation.MapGet("/", ShowAsync);
        invitation.MapPost("/accept", AcceptAsync);
    }

    private static async Task<IResult> ShowAsync(
        string coop,
        string token,
        InvitationAcceptance acceptance,
        CancellationToken ct
    )
    {
        var (found, problem) = await acceptance.FindAsync(coop, token, ct);
        if (found is null)
        {
            return problem!;
        }

        return Results.Ok(
            new
            {
                coop = new { found.Coop.Slug, found.Coop.Name },
                found.Invitation.Email,
                name = found.Member.DisplayName,
                accountExists = await acceptance.AccountOfAsync(found.Invitation.Email, ct) is not null,
                found.Invitation.ExpiresAt,
            }
        );
    }

    private static async Task<IResult> AcceptAsync(
        string coop,
        string token,
        AcceptInvitationRequest request,
        HttpContext http,
        InvitationAcceptance acceptance,
        InvitedPerson person,
        BrowserSignIn signIn,
        SecondFactor secondFactor,
        MembershipCache memberships,
        CancellationToken ct
    )
    {
        var (found, problem) = await acceptance.FindAsync(coop, token, ct);
        if (found is null)
        {
            return problem!;
        }

        var client = ClientAddress.Of(http);
        var decision = await person.DecideAsync(found, request, client, ct);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        var accepted = await acceptance.AcceptAsync(coop, token, decision.Existing, decision.Create, client, ct);
        if (accepted.Account is not { } account)
        {
            return accepted.Problem!;
        }

        memberships.Forget(account.Id);
        if (account.TwoFactorEnabled && !decision.SignedIn)
        {
            secondFactor.Await(http, account, remember: false);
            return Results.Ok(new { secondFactor = new[] { "TOTP", "RECOVERY_CODE" } });
        }

        return await signIn.CompleteAsync(http, account, remember: false, ct);
    }
}

/// <summary>Decides who accepts: a new account, or the existing one, by being signed in or by its password.</summary>
internal sealed class InvitedPerson(
    InvitationAcceptance acceptance,
    PasswordSignIn passwords,
    IPasswordHasher<Account> hasher,
    CurrentAccount current,
    TimeProvider clock
)
{
    public async Task<Decision> DecideAsync(
        OpenInvitation found,
        AcceptInvitationRequest request,
        ClientAddress client,
        CancellationToken ct
    )
    {
        if (await acceptance.AccountOfAsync(found.Invitation.Email, ct) is not { } account)
        {
            return NewAccount(found, request);
        }

        if (current.Id == account.Id && current.MayWrite && current.Kind is not CredentialKind.PersonalAccessToken)
        {
            return new Decision { Existing = account, SignedIn = true };
        }

        var outcome = await passwords.CheckAsync(account, request.Password ?? "", client, ct);
        return outcome is PasswordOutcome.Right
            ? new Decision { Existing = account }
            : new Decision { Refusal = SignInEndpoints.Refused(outcome) };
    }

    private Decision NewAccount(OpenInvitation found, AcceptInvitationRequest request)
    {
        var check = new InputCheck();
        var name = check.Take(() => InvalidInputException.Text(request.Name, "name", 200));
        var password = check.Take(() =>
            PasswordRules.Checked(request.Password, "password", request.Name, found.Invitation.Email)
        );
        check.Demand();

        // Hashed once, outside the transaction, which may be run again.
        var hash = hasher.HashPassword(null!, password);
        return new Decision
        {
            Create = invitation => new Account(
                invitation.Invitation.Email,
                name,
                request.Language ?? invitation.Member.Language,
                clock.GetUtcNow()
            )
            {
                PasswordHash = hash,
            },
        };
    }

    public sealed record Decision
    {
        public IResult? Refusal { get; init; }

        public Account? Existing { get; init; }

        public Func<OpenInvitation, Account>? Create { get; init; }

        public bool SignedIn { get; init; }
    }
}
