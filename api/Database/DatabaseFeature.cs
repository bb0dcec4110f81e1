using Cooperator.Api.Database.Schema;
using Cooperator.Api.Database.Security;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Cooperator.Api.Database;

public static class DatabaseFeature
{
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton(provider => AppDataSource(provider.GetRequiredService<DatabaseConnections>().App));
        services.AddPooledDbContextFactory<CooperatorDbContext>(
            (provider, options) =>
                options
                    .UseCooperatorModel(provider.GetRequiredService<NpgsqlDataSource>())
                    .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                    .ConfigureWarnings(LeaveFailuresToTheCaller)
                    .ConfigureWarnings(RefuseFaultyQueries)
                    .AddInterceptors(new TextInterceptor(), new TransactionSettingsInterceptor())
        );
        services.AddScoped<CurrentCoop>();
        services.AddScoped<CurrentActor>();
        services.AddScoped(LeaseContext);
        services.AddSingleton<ConstraintRefusals>();
        services.AddSingleton<RetryLines>();
        services.AddScoped(provider => new DatabaseTransactions(
            provider.GetRequiredService<CooperatorDbContext>(),
            provider.GetRequiredService<ConstraintRefusals>(),
            provider.GetRequiredService<RetryLines>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddStartupStep<DatabaseMigrator>();
        services.AddStartupStep<RolesAtStart>();
        return services;
    }

    // A conflict that is solved by running the work again is no error; one that is not is logged where it ends.
    private static void LeaveFailuresToTheCaller(WarningsConfigurationBuilder warnings) =>
        warnings.Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug)
        );

    // Some rows of no order, or two lists of an entity multiplied with each other: found by the first test of a query.
    private static void RefuseFaultyQueries(WarningsConfigurationBuilder warnings) =>
        warnings.Throw(
            CoreEventId.RowLimitingOperationWithoutOrderByWarning,
            CoreEventId.FirstWithoutOrderByAndFilterWarning,
            RelationalEventId.MultipleCollectionIncludeWarning
        );

    private static CooperatorDbContext LeaseContext(IServiceProvider provider)
    {
        var db = provider.GetRequiredService<IDbContextFactory<CooperatorDbContext>>().CreateDbContext();
        db.Coop = provider.GetRequiredService<CurrentCoop>();
        db.Actor = provider.GetRequiredService<CurrentActor>();
        db.Clock = provider.GetRequiredService<TimeProvider>();
        db.AppliedSettings = null;
        db.ReadOnly = false;
        db.Affected.Clear();
        db.Statements = 0;
        return db;
    }

    private static NpgsqlDataSource AppDataSource(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "cooperator",
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 3,
            // Nothing is ever set on the session, so there is nothing to reset.
            NoResetOnClose = true,
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
