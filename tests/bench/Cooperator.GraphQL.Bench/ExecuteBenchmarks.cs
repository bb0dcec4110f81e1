using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Cooperator.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Bench;

/// <summary>From a request to its response in memory, the document being cached; beside a serializer that writes the same objects.</summary>
[MemoryDiagnoser]
public class ExecuteBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(1024 * 1024);
    private readonly RequestExecutor _executor = new(ItemSchema.Build(), new GraphQLOptions(), (_, _) => [], []);
    private readonly IServiceProvider _services = new ServiceCollection().BuildServiceProvider();

    /// <summary>What the serializer needs for its 1,000 objects.</summary>
    [Benchmark(Baseline = true)]
    public int Serializer_1000x5()
    {
        _output.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_output);
        JsonSerializer.Serialize(writer, ItemSchema.Items);
        return _output.WrittenCount;
    }

    /// <summary>Five scalars of 1,000 objects.</summary>
    [Benchmark]
    public ValueTask<int> Plain_1000x5() => ExecuteAsync("{ items { id name price isOpen note } }");

    /// <summary>The same with a resolver for each object.</summary>
    [Benchmark]
    public ValueTask<int> Resolved_1000x5() => ExecuteAsync("{ items { id name price isOpen resolved } }");

    /// <summary>The same with a loaded neighbour for each object.</summary>
    [Benchmark]
    public ValueTask<int> Loaded_1000() => ExecuteAsync("{ items { id neighbour { name } } }");

    /// <summary>One object: what a request costs at least.</summary>
    [Benchmark]
    public ValueTask<int> One() => ExecuteAsync("{ one { id name } }");

    private async ValueTask<int> ExecuteAsync(string document)
    {
        _output.ResetWrittenCount();
        var request = new OperationRequest { Document = Encoding.UTF8.GetBytes(document), Services = _services };
        await using var result = await _executor.ExecuteAsync(request);
        ((OperationResult)result).WriteTo(_output);
        return _output.WrittenCount;
    }
}
