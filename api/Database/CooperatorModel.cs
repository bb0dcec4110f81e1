using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Cooperator.Api.Database;

/// <summary>
/// The model, built once for all contexts of the process. It depends on no setting and on no database, so it can be
/// built while those are looked for; left to EF, each data source would build its own, when it is first asked.
/// </summary>
internal static class CooperatorModel
{
    private static readonly Lazy<IModel> Model = new(() => Build(new()));

    /// <summary>Builds it on another thread; whoever needs it sooner waits for it.</summary>
    public static void BuildAhead() => _ = Task.Run(() => Model.Value);

    /// <summary>The model of a context with these options; tests replace services in them.</summary>
    public static IModel Build(DbContextOptionsBuilder<CooperatorDbContext> options)
    {
        options.UseNpgsql();
        using var db = new CooperatorDbContext(options.Options);
        return db.Model;
    }

    public static DbContextOptionsBuilder UseCooperatorModel(
        this DbContextOptionsBuilder options,
        NpgsqlDataSource dataSource
    ) =>
        options
            .UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("migrations_history"))
            .UseModel(Model.Value);
}
