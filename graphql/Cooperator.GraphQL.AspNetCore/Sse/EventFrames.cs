using System.Buffers;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.AspNetCore.Sse;

/// <summary>The frames of a GraphQL event stream, see "Event stream" in the GraphQL over SSE protocol.</summary>
internal static class EventFrames
{
    public static void WriteNext(IBufferWriter<byte> output, PooledBuffer buffer, OperationResult result)
    {
        result.WriteTo(buffer);
        output.Write("event: next\n"u8);
        var rest = buffer.Written.Span;
        // Custom scalars may have put line breaks between tokens; each line is data of its own.
        while (rest.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0)
        {
            WriteData(output, rest[..end]);
            rest = rest[(end + 1)..];
        }

        WriteData(output, rest);
        output.Write("\n"u8);
    }

    /// <summary>The data is empty, not absent: without any, a browser's EventSource would not report the event.</summary>
    public static void WriteComplete(IBufferWriter<byte> output) => output.Write("event: complete\ndata: \n\n"u8);

    public static void WriteComment(IBufferWriter<byte> output) => output.Write(":\n\n"u8);

    private static void WriteData(IBufferWriter<byte> output, ReadOnlySpan<byte> line)
    {
        output.Write("data: "u8);
        output.Write(line);
        output.Write("\n"u8);
    }
}
