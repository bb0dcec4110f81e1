using System.Buffers;
using System.Globalization;
using System.Text;
using Cooperator.GraphQL.Redis;
using Cooperator.GraphQL.Redis.Resp;

namespace Cooperator.GraphQL.Tests.Redis;

/// <summary>RESP3, byte by byte.</summary>
public sealed class RespReaderTests
{
    [Theory]
    [InlineData("+OK\r\n", "OK")]
    [InlineData("$5\r\nhe\r\no\r\n", "he\r\no")]
    [InlineData("$0\r\n\r\n", "")]
    [InlineData("=15\r\ntxt:Some string\r\n", "txt:Some string")]
    [InlineData("$-1\r\n", "null")]
    [InlineData("*-1\r\n", "null")]
    [InlineData("_\r\n", "null")]
    [InlineData(":-42\r\n", "-42")]
    [InlineData(",1.5\r\n", "1.5")]
    [InlineData("#t\r\n", "t")]
    [InlineData("(123456789012345678901234567890\r\n", "123456789012345678901234567890")]
    [InlineData("-ERR no\r\n", "!ERR no")]
    [InlineData("!6\r\nERR no\r\n", "!ERR no")]
    [InlineData("*2\r\n:1\r\n*1\r\n+a\r\n", "[1,[a]]")]
    [InlineData("~1\r\n+a\r\n", "[a]")]
    [InlineData("%1\r\n+a\r\n:1\r\n", "[a,1]")]
    [InlineData(">2\r\n+message\r\n+x\r\n", ">[message,x]")]
    [InlineData("|1\r\n+ttl\r\n:3600\r\n*1\r\n:7\r\n", "[7]")]
    public void Reads_every_kind_however_it_is_cut(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "+next\r\n");
        for (var cut = 0; cut < text.Length; cut++)
        {
            var reader = new RespReader();
            var part = new ReadOnlySequence<byte>(bytes, 0, cut);
            Assert.False(reader.TryRead(ref part, out _));

            var whole = Segments(part.ToArray(), bytes[cut..]);
            Assert.True(reader.TryRead(ref whole, out var value));
            Assert.Equal(expected, Show(value));
            Assert.True(reader.TryRead(ref whole, out var next));
            Assert.Equal("next", next.Text);
            Assert.True(whole.IsEmpty);

            var atOnce = Segments(bytes[..cut], bytes[cut..]);
            Assert.True(new RespReader().TryRead(ref atOnce, out value));
            Assert.Equal(expected, Show(value));
        }
    }

    [Fact]
    public void Of_a_long_reply_only_what_is_not_complete_is_looked_at_again()
    {
        var item = Encoding.UTF8.GetBytes($"*2\r\n:1\r\n$200\r\n{new string('a', 200)}\r\n");
        byte[] reply = [.. "*5000\r\n"u8, .. Enumerable.Repeat(item, 5000).SelectMany(bytes => bytes)];
        var reader = new RespReader();
        var left = Array.Empty<byte>();
        var value = RespValue.Null;
        var mostLeft = 0;
        foreach (var piece in reply.Chunk(50))
        {
            Assert.Equal(RespKind.Null, value.Kind);
            var buffer = Segments(left, piece);
            reader.TryRead(ref buffer, out value);
            left = buffer.ToArray();
            mostLeft = Math.Max(mostLeft, left.Length);
        }

        Assert.Equal(5000, value.Items.Count);
        Assert.All(value.Items, one => Assert.Equal(200, one.Items[1].Bytes.Length));
        Assert.Empty(left);
        Assert.True(mostLeft < item.Length, $"{mostLeft} bytes were looked at again.");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("?x\r\n")]
    [InlineData(":12a\r\n")]
    [InlineData(":\r\n")]
    [InlineData("$-2\r\n")]
    [InlineData("$3\r\nabcde\r\n")]
    [InlineData("$99999999999\r\n")]
    [InlineData("*2000000\r\n")]
    [InlineData("%9223372036854775807\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    public void What_is_no_protocol_is_refused(string text)
    {
        var buffer = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text));
        Assert.Throws<RedisConnectionException>(() => new RespReader().TryRead(ref buffer, out _));
    }

    [Fact]
    public void Endless_nesting_and_endless_lines_are_refused()
    {
        var nested = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("*1\r\n", 50))));
        Assert.Throws<RedisConnectionException>(() => new RespReader().TryRead(ref nested, out _));

        var line = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes("+" + new string('a', 100_000)));
        Assert.Throws<RedisConnectionException>(() => new RespReader().TryRead(ref line, out _));
    }

    [Fact]
    public void Random_bytes_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(20261129);
        var alphabet = "+-:$*%~>|_#,(=!0123456789\r\nab"u8.ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(1, 60)];
            for (var index = 0; index < bytes.Length; index++)
            {
                bytes[index] = alphabet[random.Next(alphabet.Length)];
            }

            var buffer = new ReadOnlySequence<byte>(bytes);
            var reader = new RespReader();
            try
            {
                while (reader.TryRead(ref buffer, out _)) { }
            }
            catch (RedisConnectionException)
            {
                // The one way to refuse.
            }
        }
    }

    private static string Show(RespValue value) =>
        value.Kind switch
        {
            RespKind.Null => "null",
            RespKind.Text => value.Text,
            RespKind.Error => "!" + value.Text,
            RespKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
            RespKind.Items => $"[{string.Join(',', value.Items.Select(Show))}]",
            RespKind.Push => $">[{string.Join(',', value.Items.Select(Show))}]",
        };

    private static ReadOnlySequence<byte> Segments(byte[] first, byte[] second)
    {
        var start = new Segment(first, null);
        var end = new Segment(second, start);
        return new ReadOnlySequence<byte>(start, 0, end, second.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? previous)
        {
            Memory = bytes;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
