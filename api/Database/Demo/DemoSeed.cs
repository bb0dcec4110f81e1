using Cooperator.Api.Database.Schema;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cooperator.Api.Database.Demo;

/// <summary>Loads the demo co-ops at the first start: all of it, or nothing.</summary>
public sealed class DemoSeed(
    IServiceScopeFactory scopes,
    DemoSettings settings,
    DatabaseSettings database,
    DemoAccounts shown,
    ILogger<DemoSeed> logger
) : IStartupStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var wanted = settings.Enabled ?? database.EffectiveMode == DatabaseMode.Embedded;
        if (wanted && !await HasCoopsAsync(cancellationToken))
        {
            await LoadAsync(cancellationToken);
        }
        else if (shown.AreExposed)
        {
            logger.LogWarning(
                "The demo's sign-ins in demo-accounts.json are good here too, where others than this machine can reach it."
            );
        }
    }

    // Asked without EF, whose first query takes long; who loads asks again within the transaction.
    private async Task<bool> HasCoopsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var source = scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>();
        await using var command = source.CreateCommand("SELECT EXISTS (SELECT FROM coops)");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    internal async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transactions = scope.ServiceProvider.GetRequiredService<DatabaseTransactions>();
        await transactions.WriteAsync(token => TellAsync(scope.ServiceProvider, token), ct);
    }

    private async Task<bool> TellAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<CooperatorDbContext>();
        if (await db.Coops.AnyAsync(ct))
        {
            return false;
        }

        var lindenhof = new Coop("lindenhof", "Lindenhof eG", "Europe/Berlin", "EUR", "de");
        var seestrasse = new Coop("seestrasse", "Seestraße eG", "Europe/Berlin", "EUR", "de");
        List<DemoAccount> accounts =
        [
            .. await TellAsync(services, lindenhof, LindenhofStory.Lines, ct),
            .. await TellAsync(services, seestrasse, SeestrasseStory.Lines, ct),
        ];
        await Statistics.RefreshAllAsync(db, ct);
        Publish(services, accounts);
        logger.LogInformation("Loaded the demo co-ops {First} and {Second}.", lindenhof.Name, seestrasse.Name);
        return true;
    }

    // Before the commit: a process killed after it would leave co-ops whose passwords nobody ever saw, and what was shown
    // in vain is written over by the next start.
    private void Publish(IServiceProvider services, List<DemoAccount> accounts)
    {
        if (accounts.Count > 0)
        {
            services.GetRequiredService<IDemoSignIns>().Publish(accounts);
            return;
        }

        logger.LogWarning(
            "The demo has no sign-ins: they are made only with an embedded database that is first started where nobody but "
                + "this machine can reach it. Begin so with another Data:Folder, or set Superuser:Email and invite yourself."
        );
    }

    private static async Task<List<DemoAccount>> TellAsync(
        IServiceProvider services,
        Coop coop,
        DemoStory story,
        CancellationToken ct
    )
    {
        var db = services.GetRequiredService<CooperatorDbContext>();
        services.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
        db.Add(coop);
        await db.SaveChangesAsync(ct);
        var demo = new DemoCoop(db, coop, story);
        await demo.TellAsync(ct);
        var accounts = new List<DemoAccount>();
        if (services.GetService<IDemoSignIns>() is { Allowed: true } signIns)
        {
            foreach (var (person, email) in DemoLines.SignIns(story.SignIns))
            {
                var roles = DemoLines.Roles(story.Roles).Where(r => r.Person == person).Select(r => r.Role).ToList();
                Role[] shown = roles.Count == 0 ? [Role.Resident] : [.. roles];
                accounts.Add(await signIns.CreateAsync(demo[person], coop.Slug, email, shown, ct));
            }

            await db.SaveChangesAsync(ct);
        }

        return accounts;
    }
}
