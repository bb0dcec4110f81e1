using Cooperator.GraphQL.Types;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary><c>dotnet run --project api -- schema</c> prints the schema, for the committed schema.graphql and the web app.</summary>
public static class SchemaCommand
{
    public const string Word = "schema";

    public static string Print(IServiceProvider services) => SchemaPrinter.Print(services.GetRequiredService<Schema>());
}
