using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Building;

/// <summary>A whole server without a transport.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TestServer(ServiceProvider services) => this.services = services;

    public Schema Schema => services.GetRequiredService<Schema>();

    public string Sdl => SchemaPrinter.Print(Schema);

    public static TestServer Of(params Type[] classes) => Of(_ => { }, classes);

    public static TestServer Of(Action<GraphQLServerBuilder> configure, params Type[] classes)
    {
        var services = new ServiceCollection();
        var builder = services.AddGraphQLServer().ModifyOptions(options => options.IncludeExceptionDetails = true);
        foreach (var type in classes)
        {
            builder.AddType(type);
        }

        configure(builder);
        return new TestServer(services.BuildServiceProvider());
    }

    /// <summary>The faults that keep the classes from being a schema.</summary>
    public static IReadOnlyList<string> Faults(params Type[] classes) =>
        Assert.Throws<SchemaException>(() => Of(classes).Schema).Faults;

    /// <summary>Executes a request and gives the response as compact JSON.</summary>
    public async Task<string> ExecuteAsync(string document, object? variables = null, string? extensions = null)
    {
        await using var scope = services.CreateAsyncScope();
        await using var result = await services
            .GetRequiredService<RequestExecutor>()
            .ExecuteAsync(
                new OperationRequest
                {
                    Document = Encoding.UTF8.GetBytes(document),
                    Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables),
                    Extensions = extensions is null ? null : JsonDocument.Parse(extensions).RootElement,
                    Services = scope.ServiceProvider,
                },
                TestContext.Current.CancellationToken
            );
        var buffer = new ArrayBufferWriter<byte>();
        ((OperationResult)result).WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Executes a request that has no errors and gives its data.</summary>
    public async Task<JsonNode> QueryAsync(string document, object? variables = null)
    {
        var response = JsonNode.Parse(await ExecuteAsync(document, variables))!;
        Assert.Null(response["errors"]?.ToJsonString());
        return response["data"]!;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
