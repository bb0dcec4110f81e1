using System.Runtime.CompilerServices;
using Cooperator.Migrations;

return args switch
{
    ["add", var name] => Scaffolding.Add(name, MigrationsFolder()),
    ["reset"] => Scaffolding.Reset(MigrationsFolder()),
    ["check"] => Scaffolding.Check(),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine(
        """
        dotnet run --project tools/Migrations -- add <Name>   writes the migration from the last one to the model of today
        dotnet run --project tools/Migrations -- check        exits 1 when the model has changed since the last migration
        dotnet run --project tools/Migrations -- reset        throws the unreleased migrations away and writes Initial anew
        """
    );
    return 2;
}

static string MigrationsFolder([CallerFilePath] string here = "") =>
    Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "api", "Database", "Migrations"));
