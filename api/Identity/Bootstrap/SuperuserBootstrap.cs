using System.ComponentModel.DataAnnotations;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary><c>Superuser</c>: who looks after this installation.</summary>
public sealed record SuperuserSettings
{
    public const string Section = "Superuser";

    /// <summary>Left out, nobody is made a superuser, and nobody stops being one.</summary>
    [EmailAddress]
    public string? Email { get; init; }
}

/// <summary>
/// Makes the person of the settings a superuser: with the account they have, or with a new one without a password, to
/// which a link to choose one is mailed. At the next start there is nothing left to do.
/// </summary>
internal sealed class SuperuserBootstrap(IServiceScopeFactory scopes, SuperuserSettings settings, TimeProvider clock)
    : IStartupStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(settings.Email))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services
            .GetRequiredService<DatabaseTransactions>()
            .WriteAsync(ct => EnsureAsync(services, settings.Email.Trim(), ct), cancellationToken);
    }

    private async Task EnsureAsync(IServiceProvider services, string email, CancellationToken ct)
    {
        var db = services.GetRequiredService<CooperatorDbContext>();
        var normalized = services.GetRequiredService<ILookupNormalizer>().NormalizeEmail(email);
        var account = await db.Accounts.AsTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        if (account is { Superuser: true })
        {
            return;
        }

        if (account is null)
        {
            account = new Account(email, email.Split('@')[0], Language.En, clock.GetUtcNow())
            {
                NormalizedEmail = normalized,
            };
            db.Accounts.Add(account);
            await db.SaveChangesAsync(ct);
            await services.GetRequiredService<PasswordResetLinks>().SendAsync(account, ct);
        }

        account.BecomeSuperuser();
    }
}
