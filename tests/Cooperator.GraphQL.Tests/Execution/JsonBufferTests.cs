using System.Globalization;
using System.Text;
using System.Text.Json;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>What is written is JSON, and says what was meant.</summary>
public sealed class JsonBufferTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("Straße 日本 \U0001F600 <&>'", "\"Straße 日本 \U0001F600 <&>'\"")]
    [InlineData("\"\\/", "\"\\\"\\\\/\"")]
    [InlineData("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"")]
    [InlineData("\0\u0001\u001f\u007f", "\"\\u0000\\u0001\\u001F\u007f\"")]
    [InlineData("a\nb", "\"a\\nb\"")]
    [InlineData("\u2028", "\"\u2028\"")]
    public void Strings_escape_what_json_demands_and_no_more(string value, string json) =>
        Assert.Equal(json, Written(buffer => buffer.WriteString(value)));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("\"a\uFFFDb\uFFFD\"", Written(buffer => buffer.WriteString("a\uD83Db\uDE00")));

    [Fact]
    public void Every_string_is_read_back_as_it_was()
    {
        var random = new Random(20261120);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([
                .. Enumerable
                    .Range(0, random.Next(40))
                    .Select(_ => (char)random.Next(random.Next(3) == 0 ? 0x60 : 0xD800)),
            ]);

            Assert.Equal(text, JsonSerializer.Deserialize<string>(Written(buffer => buffer.WriteString(text))));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Whole_numbers(int value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(text, Written(buffer => buffer.WriteNumber(value)));
        Assert.Equal(text, Written(buffer => buffer.WriteNumber((long)value)));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0, "1")]
    [InlineData(-0.0, "-0")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.Epsilon, "5E-324")]
    public void Floating_numbers_are_exact_and_short(double value, string json)
    {
        Assert.Equal(json, Written(buffer => buffer.WriteNumber(value)));
        Assert.Equal(value, JsonSerializer.Deserialize<double>(json));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_json_does_not_have_are_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(buffer => buffer.WriteNumber(value)));

    [Fact]
    public void Dates_and_ids()
    {
        var id = Guid.Parse("0192f5c4-8a3b-7c2d-9e1f-001122334455");
        Assert.Equal($"\"{id}\"", Written(buffer => buffer.WriteString(id)));
        Assert.Equal("\"2026-11-20\"", Written(buffer => buffer.WriteString(new DateOnly(2026, 11, 20))));
        Assert.Equal(
            "\"2026-11-20T09:30:00Z\"",
            Written(buffer => buffer.WriteString(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero)))
        );
        Assert.Equal(
            "\"2026-11-20T09:30:00.5+01:00\"",
            Written(buffer =>
                buffer.WriteString(new DateTimeOffset(2026, 11, 20, 9, 30, 0, 500, TimeSpan.FromHours(1)))
            )
        );
    }

    [Fact]
    public void Long_texts_grow_the_buffer_and_truncating_takes_back()
    {
        using var buffer = new JsonBuffer();
        buffer.WriteString("kept");
        var position = buffer.Position;
        buffer.WriteString(new string('ß', 100_000));
        buffer.Truncate(position);
        buffer.WriteNull();

        Assert.Equal("\"kept\"null", Encoding.UTF8.GetString(buffer.Written));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(1000));
    }

    private static string Written(Action<JsonBuffer> write)
    {
        using var buffer = new JsonBuffer();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
