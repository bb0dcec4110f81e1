using System.Text;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Differential.Generating;
using FsCheck;
using FsCheck.Fluent;

namespace Cooperator.GraphQL.Tests.Language;

/// <summary>No input is too strange: it is read, or refused with one located error.</summary>
public sealed class LanguageFuzzTests
{
    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ":",
        "=",
        "!",
        "$",
        "@",
        "|",
        "&",
        "...",
        "\"",
        "\"\"\"",
        "\\u{",
        "\\",
        "#",
        "\n",
        "\r",
        " ",
        "0",
        "-1.5e3",
        "query",
        "fragment",
        "on",
        "type",
        "extend",
        "enum",
        "input",
        "directive",
        "schema",
        "name",
        "true",
        "null",
        "\uFEFF",
        "é",
        "😀",
        "\0",
    ];

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3_000),
            Prop.ForAll<byte[]>(bytes => ReadsOrRefuses(bytes ?? []))
        );

    [Fact]
    public void Any_sequence_of_tokens_is_read_or_refused() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3_000),
            Prop.ForAll(
                Gen.Elements(Pieces).ArrayOf().ToArbitrary(),
                pieces => ReadsOrRefuses(Encoding.UTF8.GetBytes(string.Concat(pieces)))
            )
        );

    [Fact]
    public void Any_string_survives_being_printed_and_read() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3_000),
            Prop.ForAll<string>(text =>
            {
                var value = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
                var plain = (StringValueNode)Parser.ParseValue(new Source(new StringValueNode(value).ToString()));
                var survivesAsBlock =
                    !BlockString.IsPrintable(value)
                    || ((StringValueNode)Parser.ParseValue(new Source(BlockString.Print(value)))).Value == value;
                return plain.Value == value && survivesAsBlock;
            })
        );

    [Fact]
    public void A_torn_document_is_read_or_refused_wherever_it_is_torn()
    {
        var text = Encoding.UTF8.GetBytes(KitchenSink.Query);
        for (var length = 0; length < text.Length; length++)
        {
            Assert.True(ReadsOrRefuses(text[..length]));
        }
    }

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            var printed = Parser.Parse(new Source(bytes)).ToString();
            return Parser.Parse(printed).ToString() == printed;
        }
        catch (GraphQLException exception)
        {
            return exception.Errors is [{ Locations: [var location] }] && location.Line > 0 && location.Column > 0;
        }
    }
}
