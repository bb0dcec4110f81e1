using System.Reflection;
using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

namespace Cooperator.Migrations;

/// <summary>EF's own scaffolding, called directly. Nothing here connects to a database.</summary>
internal static class Scaffolding
{
    private const string RootNamespace = "Cooperator.Api";

    private const string MigrationsNamespace = "Cooperator.Api.Database.Migrations";

    public static int Add(string name, string folder)
    {
        using var db = Context();
        if (!HasChanges(db, LastSnapshot(db)))
        {
            Console.WriteLine("The model has not changed: there is nothing to migrate.");
            return 0;
        }

        return Write(db, name, folder);
    }

    public static int Reset(string folder)
    {
        foreach (var file in MigrationFiles(folder))
        {
            File.Delete(file);
        }

        // This assembly holds no migrations, so the new one starts from nothing.
        using var db = Context(migrationsFrom: typeof(Scaffolding).Assembly);
        return Write(db, "Initial", folder);
    }

    public static int Check()
    {
        using var db = Context();
        if (!HasChanges(db, LastSnapshot(db)))
        {
            Console.WriteLine("The migrations lead to the model of today.");
            return 0;
        }

        Console.Error.WriteLine("The model has changed since the last migration: add one.");
        return 1;
    }

    private static int Write(CooperatorDbContext db, string name, string folder)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices();
        services.AddDbContextDesignTimeServices(db);
        new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
        services.AddSingleton<ISnapshotModelProcessor>(new Snapshots(db));
        using var provider = services.BuildServiceProvider();
        var migration = provider
            .GetRequiredService<IMigrationsScaffolder>()
            .ScaffoldMigration(name, RootNamespace, "Database.Migrations");
        var file = migration.MigrationId + migration.FileExtension;
        File.WriteAllText(Path.Combine(folder, file), migration.MigrationCode);
        File.WriteAllText(
            Path.Combine(folder, migration.MigrationId + ".Designer" + migration.FileExtension),
            migration.MetadataCode
        );
        File.WriteAllText(
            Path.Combine(folder, migration.SnapshotName + migration.FileExtension),
            migration.SnapshotCode
        );
        Console.WriteLine($"Wrote {file} ({MigrationsNamespace}).");
        return 0;
    }

    private static IEnumerable<string> MigrationFiles(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs")
            .Where(f =>
                char.IsAsciiDigit(Path.GetFileName(f)[0]) || f.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal)
            );

    private static IModel? LastSnapshot(CooperatorDbContext db) =>
        new Snapshots(db).Process(db.GetService<IMigrationsAssembly>().ModelSnapshot?.Model);

    private static bool HasChanges(CooperatorDbContext db, IModel? snapshot)
    {
        IReadOnlyList<MigrationOperation> operations = db.GetService<IMigrationsModelDiffer>()
            .GetDifferences(
                snapshot?.GetRelationalModel(),
                db.GetService<IDesignTimeModel>().Model.GetRelationalModel()
            );
        return operations.Count > 0;
    }

    private static CooperatorDbContext Context() => Context(typeof(CooperatorDbContext).Assembly);

    private static CooperatorDbContext Context(Assembly migrationsFrom)
    {
        var options = new DbContextOptionsBuilder<CooperatorDbContext>();
        options.UseNpgsql(
            "Host=unused",
            npgsql => npgsql.MigrationsHistoryTable("migrations_history").MigrationsAssembly(migrationsFrom)
        );
        return new CooperatorDbContext(options.Options);
    }

    // EF's own answers null for our snapshots, and a migration of everything would be written; in them there is nothing of
    // older versions that it would have to translate.
    private sealed class Snapshots(CooperatorDbContext db) : ISnapshotModelProcessor
    {
        public IModel? Process(IReadOnlyModel? model, bool resetVersion = false) =>
            model is IModel read ? db.GetService<IModelRuntimeInitializer>().Initialize(read, designTime: true) : null;
    }
}
