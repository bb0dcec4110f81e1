using System.Buffers;

namespace Cooperator.GraphQL.Execution;

/// <summary>Many small writes into a buffer writer, with few calls of it.</summary>
internal ref struct ResponseOutput(IBufferWriter<byte> writer)
{
    private Span<byte> _free = [];
    private int _written;

    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        if (_free.Length - _written < bytes.Length)
        {
            Flush();
            _free = writer.GetSpan(bytes.Length);
        }

        bytes.CopyTo(_free[_written..]);
        _written += bytes.Length;
    }

    public void Flush()
    {
        // Some writers take not even an empty advance before they lent anything.
        if (_written > 0)
        {
            writer.Advance(_written);
        }

        _free = [];
        _written = 0;
    }
}
