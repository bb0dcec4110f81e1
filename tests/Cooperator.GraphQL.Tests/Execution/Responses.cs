using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Runs documents and shows responses as text.</summary>
internal static class Responses
{
    public static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Without options nothing is refused for its cost: made-up documents are not written for people.</summary>
    public static RequestExecutor Executor(
        Schema schema,
        GraphQLOptions? options = null,
        params OperationMiddleware[] middleware
    ) => new(schema, options ?? new GraphQLOptions { MaxCost = 0 }, (_, _) => [], middleware);

    public static OperationRequest Request(
        string document,
        object? root = null,
        string? variables = null,
        string? operationName = null,
        IServiceProvider? services = null,
        bool acceptsParts = false
    ) =>
        new()
        {
            AcceptsParts = acceptsParts,
            Document = Encoding.UTF8.GetBytes(document),
            Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement,
            OperationName = operationName,
            RootValue = root,
            Services = services ?? NoServices,
        };

    public static async Task<string> ExecuteAsync(
        RequestExecutor executor,
        OperationRequest request,
        CancellationToken cancellationToken = default
    )
    {
        await using var result = await executor.ExecuteAsync(request, cancellationToken);
        return Text(Assert.IsType<OperationResult>(result));
    }

    public static string Text(OperationResult result)
    {
        var writer = new ArrayBufferWriter<byte>();
        result.WriteTo(writer);
        return Encoding.UTF8.GetString(writer.WrittenSpan);
    }

    /// <summary>A response with its errors in a fixed order (the specification leaves it open), nicely escaped.</summary>
    public static string Normal(string json)
    {
        var response = JsonNode.Parse(json)!.AsObject();
        if (response["errors"] is JsonArray errors)
        {
            var sorted = errors.Select(error => error!.ToJsonString(Readable)).Order(StringComparer.Ordinal);
            response["errors"] = new JsonArray([.. sorted.Select(error => JsonNode.Parse(error))]);
        }

        return response.ToJsonString(Readable);
    }
}
