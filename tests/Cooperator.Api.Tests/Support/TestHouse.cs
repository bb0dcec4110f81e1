using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Comments;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Support;

/// <summary>A class's own database and the parts of the API that work with it, without HTTP.</summary>
public class TestHouse(DatabaseServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    public DatabaseConnections Connections { get; private set; } = null!;

    public TestClock Clock { get; } = new();

    public IServiceProvider Services => _services!;

    public async ValueTask InitializeAsync()
    {
        Connections = await server.CopyAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(Connections);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddDatabase();
        services
            .AddCoops()
            .AddMembers()
            .AddUnits()
            .AddHouseholds()
            .AddOccupancies()
            .AddHours()
            .AddTasks()
            .AddComments()
            .AddDuties()
            .AddNotifications();
        Add(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>For houses with parts of their own.</summary>
    protected virtual void Add(IServiceCollection services) { }

    public Task<Coop> AddCoopAsync(string slug) =>
        InScopeAsync(async scope =>
        {
            var coop = new Coop(slug, slug, "Europe/Berlin", "EUR", "de");
            scope.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
            var db = scope.GetRequiredService<CooperatorDbContext>();
            db.Add(coop);
            await db.SaveChangesAsync();
            return coop;
        });

    /// <summary>Writes in one transaction of a scope of its own, as a request would.</summary>
    public Task<T> WriteAsync<T>(Coop coop, Func<CooperatorDbContext, Task<T>> work) =>
        InCoopAsync(coop, (db, transactions) => transactions.WriteAsync(_ => work(db), default));

    public Task WriteAsync(Coop coop, Func<CooperatorDbContext, Task> work) =>
        WriteAsync(
            coop,
            async db =>
            {
                await work(db);
                return true;
            }
        );

    public Task<T> ReadAsync<T>(Coop coop, Func<CooperatorDbContext, Task<T>> work) =>
        InCoopAsync(coop, (db, transactions) => transactions.ReadAsync(_ => work(db), default));

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private Task<T> InCoopAsync<T>(Coop coop, Func<CooperatorDbContext, DatabaseTransactions, Task<T>> work) =>
        InScopeAsync(scope =>
        {
            scope.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
            var db = scope.GetRequiredService<CooperatorDbContext>();
            return work(db, scope.GetRequiredService<DatabaseTransactions>());
        });

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
