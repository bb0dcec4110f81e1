using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cooperator.GraphQL.Redis.Resp;

/// <summary>Writes commands: arrays of bulk strings.</summary>
internal static class RespCommand
{
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<RespArgument> arguments)
    {
        WriteLine(output, '*', arguments.Length);
        foreach (var argument in arguments)
        {
            WriteLine(output, '$', argument.Bytes.Length);
            output.Write(argument.Bytes.Span);
            output.Write("\r\n"u8);
        }
    }

    private static void WriteLine(IBufferWriter<byte> output, char kind, int number)
    {
        var span = output.GetSpan(16);
        span[0] = (byte)kind;
        number.TryFormat(span[1..], out var length, provider: CultureInfo.InvariantCulture);
        span[length + 1] = (byte)'\r';
        span[length + 2] = (byte)'\n';
        output.Advance(length + 3);
    }
}

/// <summary>An argument of a command.</summary>
internal readonly record struct RespArgument(ReadOnlyMemory<byte> Bytes)
{
    public static implicit operator RespArgument(string text) => new(Encoding.UTF8.GetBytes(text));

    public static implicit operator RespArgument(byte[] bytes) => new(bytes);

    public static implicit operator RespArgument(long number) => number.ToString(CultureInfo.InvariantCulture);
}
