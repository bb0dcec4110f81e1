using System.Buffers;

namespace Cooperator.GraphQL.Execution;

/// <summary>The response to a query or mutation, to one event of a subscription, or to a request that could not be executed, see section 7.1 of the specification.</summary>
public sealed class OperationResult : ExecutionResult
{
    private readonly JsonBuffer? _buffer;
    private readonly ResultSlots? _slots;
    private readonly byte[]? _json;
    private JsonBuffer? _increment;

    internal OperationResult(
        JsonBuffer? buffer,
        ResultSlots? slots,
        ResultNode? root,
        IReadOnlyList<GraphQLError> errors,
        IReadOnlyDictionary<string, object?>? extensions
    )
    {
        _buffer = buffer;
        _slots = slots;
        Root = root;
        HasData = true;
        Errors = errors;
        Extensions = extensions;
    }

    private OperationResult(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    private OperationResult(byte[] json)
    {
        _json = json;
        HasData = true;
        Errors = [];
    }

    private OperationResult(JsonBuffer increment)
    {
        _increment = increment;
        Errors = [];
    }

    /// <summary>Whether the operation was executed, be the data null: without it the response has errors only ("request error").</summary>
    public bool HasData { get; }

    /// <summary>The data; null when it is null or missing.</summary>
    internal ResultNode? Root { get; }

    /// <summary>Whether <c>data</c> is null or missing.</summary>
    public bool IsDataNull => Root is null && _json is null;

    /// <summary>The errors; empty when all went well.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>What the response's <c>extensions</c> say; null for nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>The response to a request that could not be executed.</summary>
    public static OperationResult RequestError(params IReadOnlyList<GraphQLError> errors) => new(errors);

    /// <summary>The response to a request whose execution failed as a whole: <c>data</c> is null.</summary>
    public static OperationResult Failure(params IReadOnlyList<GraphQLError> errors) =>
        new(buffer: null, slots: null, root: null, errors, extensions: null);

    /// <summary>How long the part of the JSON is that is about other results.</summary>
    internal int IncrementLength => _increment?.Position ?? 0;

    /// <summary>A result without errors whose response is written already.</summary>
    internal static OperationResult Ready(byte[] json) => new(json);

    /// <summary>A result after the first.</summary>
    internal static OperationResult Later(JsonBuffer increment) => new(increment);

    /// <summary>Says that more results will follow.</summary>
    internal void AddPending(JsonBuffer pending) => _increment = pending;

    /// <summary>Writes the response as JSON.</summary>
    public void WriteTo(IBufferWriter<byte> writer)
    {
        if (_json is not null)
        {
            writer.Write(_json);
            return;
        }

        var output = new ResponseOutput(writer);
        output.Write("{"u8);
        if (Errors.Count > 0)
        {
            using var errors = new JsonBuffer();
            errors.WriteRaw("\"errors\":"u8);
            ErrorJson.Write(errors, Errors);
            output.Write(errors.Written);
        }

        if (HasData)
        {
            output.Write(Errors.Count > 0 ? ",\"data\":"u8 : "\"data\":"u8);
            if (Root is null)
            {
                output.Write("null"u8);
            }
            else
            {
                new ResultTreeWriter(_slots!, _buffer!.Written).Write(ref output, Root);
            }
        }

        if (Extensions is { Count: > 0 })
        {
            using var extensions = new JsonBuffer();
            extensions.WriteRaw(",\"extensions\":"u8);
            ObjectJson.Write(extensions, Extensions);
            output.Write(extensions.Written);
        }

        if (_increment is not null)
        {
            output.Write(HasData ? ","u8 : []);
            output.Write(_increment.Written);
        }

        output.Write("}"u8);
        output.Flush();
    }

    /// <summary>Writes only the list of errors, for transports that carry it alone.</summary>
    public void WriteErrorsTo(IBufferWriter<byte> writer)
    {
        using var errors = new JsonBuffer();
        ErrorJson.Write(errors, Errors);
        writer.Write(errors.Written);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _buffer?.Dispose();
        _slots?.Dispose();
        _increment?.Dispose();
        return ValueTask.CompletedTask;
    }
}
