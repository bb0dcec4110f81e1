using System.Text;

namespace Cooperator.GraphQL.Tests.Differential.Mutating;

/// <summary>Breaks a text in a few places.</summary>
internal sealed class TextMutator(int seed)
{
    private static readonly string[] Fragments =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ":",
        "!",
        "$",
        "@",
        "=",
        "|",
        "&",
        "...",
        "..",
        ".",
        ".5",
        "-",
        "0",
        "01",
        "1.",
        "1e",
        "-x",
        "\"",
        "\"\"\"",
        "\\",
        "\\u12",
        "\"\\q\"",
        "\"\\u{110000}\"",
        "\"\\uD83D\"",
        "\"\\uD83D\\uDE00\"",
        "\"\\u{1F600}\"",
        "'",
        "#",
        "# comment\n",
        "\n",
        "\r\n",
        "\r",
        "\t",
        ",",
        "\uFEFF",
        "é",
        "😀",
        "\uD83D",
        "\uDE00",
        "\"\uD83D",
        "\"\"\" \uDC00",
        "# \uDFFF",
        "\0",
        "?",
        "on",
        "query",
        "fragment",
        "true",
        "null",
        "extend",
        "type T",
        "directive @d on FIELD",
        "directive @d on NOWHERE",
        "enum E { true }",
        "\"desc\" ",
        "\"desc\" {",
        "schema",
        "a",
        "_",
        "0x1F",
        "1.5e+3",
        "input",
        "extend type T",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(string text)
    {
        var builder = new StringBuilder(text);
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var position = _random.Next(builder.Length + 1);
            switch (_random.Next(5))
            {
                case 0:
                    builder.Length = position;
                    break;
                case 1:
                    builder.Remove(position, Math.Min(_random.Next(1, 6), builder.Length - position));
                    break;
                case 2 when builder.Length > 1:
                    var start = _random.Next(builder.Length - 1);
                    builder.Insert(
                        position,
                        builder.ToString(start, _random.Next(1, Math.Min(12, builder.Length - start)))
                    );
                    break;
                default:
                    builder.Insert(position, Fragments[_random.Next(Fragments.Length)]);
                    break;
            }
        }

        return builder.ToString();
    }
}
