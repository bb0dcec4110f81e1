using System.Text;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("Int", "1")]
    [InlineData("Int", "-2147483648")]
    [InlineData("Float", "1.5")]
    [InlineData("String", "\"a\"")]
    [InlineData("Boolean", "true")]
    [InlineData("ID", "\"a\"")]
    [InlineData("DateTime", "\"2026-11-20T09:30:00.1234567+01:00\"")]
    [InlineData("DateTime", "\"2026-11-20T09:30:00Z\"")]
    [InlineData("Date", "\"2024-02-29\"")]
    [InlineData("Duration", "\"P1DT2H3M4.5S\"")]
    [InlineData("Duration", "\"-PT1S\"")]
    [InlineData("UUID", "\"01939fc5-9f3a-7c3e-8d4b-2f6a1e0c5b7d\"")]
    [InlineData("Long", "-9223372036854775808")]
    [InlineData("URL", "\"https://example.org/a?b=c\"")]
    [InlineData("Decimal", "12345678901234567890.12")]
    [InlineData("JSON", "{\"a\":[1,null,\"x\"]}")]
    public void Writes_what_it_read(string name, string json)
    {
        var scalar = BuiltInScalars.Find(name)!;

        var value = scalar.ParseValue(JsonElement.Parse(json))!;

        Assert.IsType(scalar.RuntimeType!, value, exactMatch: false);
        Assert.Equal(json, Write(scalar, value));
        Assert.Equal(json, Write(scalar, scalar.ParseLiteral(scalar.ToLiteral(value)!)!));
    }

    [Theory]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1e10", "Int cannot represent non 32-bit signed integer value: 10000000000")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("String", "{\"a\":[1,{}]}", "String cannot represent a non string value: { a: [1, {}] }")]
    [InlineData("Boolean", "1", "Boolean cannot represent a non boolean value: 1")]
    [InlineData("ID", "1.5", "ID cannot represent value: 1.5")]
    [InlineData("DateTime", "\"2026-11-20T09:30:00\"", "DateTime cannot represent value: \"2026-11-20T09:30:00\"")]
    [InlineData("DateTime", "\"2026-02-30T09:30:00Z\"", "DateTime cannot represent value: \"2026-02-30T09:30:00Z\"")]
    [InlineData("Date", "\"2026-02-29\"", "Date cannot represent value: \"2026-02-29\"")]
    [InlineData("Date", "20260229", "Date cannot represent a non string value: 20260229")]
    [InlineData("Duration", "\"P1M\"", "Duration cannot represent value: \"P1M\"")]
    [InlineData("Duration", "\"PT\"", "Duration cannot represent value: \"PT\"")]
    [InlineData("Duration", "\"P99999999D\"", "Duration cannot represent value: \"P99999999D\"")]
    [InlineData(
        "UUID",
        "\"{01939fc5-9f3a-7c3e-8d4b-2f6a1e0c5b7d}\"",
        "UUID cannot represent value: \"{01939fc5-9f3a-7c3e-8d4b-2f6a1e0c5b7d}\""
    )]
    [InlineData("Long", "9223372036854775808", "Long cannot represent value: 9223372036854776000")]
    [InlineData("URL", "\"javascript:alert(1)\"", "URL cannot represent value: \"javascript:alert(1)\"")]
    [InlineData("Decimal", "\"1\"", "Decimal cannot represent value: \"1\"")]
    public void Refuses_what_it_cannot_represent(string name, string json, string message) =>
        Assert.Equal(
            message,
            Assert
                .Throws<ScalarCoercionException>(() => BuiltInScalars.Find(name)!.ParseValue(JsonElement.Parse(json)))
                .Message
        );

    [Theory]
    [InlineData("P2W", "P14D")]
    [InlineData("-P1W", "-P7D")]
    public void Reads_weeks(string text, string days) =>
        Assert.Equal(
            $"\"{days}\"",
            Write(BuiltInScalars.Duration, BuiltInScalars.Duration.ParseLiteral(new StringValueNode(text))!)
        );

    private static string Write(ScalarType scalar, object value)
    {
        using var buffer = new JsonBuffer();
        scalar.Write(buffer, value);
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
