using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential.Mutating;

/// <summary>Takes tokens away, doubles them, swaps them, or puts others in their place.</summary>
internal static class TokenMutator
{
    private static readonly string[] Others =
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
        "null",
        "true",
        "1",
        "-1.5",
        "\"x\"",
        "\"\"\"x\"\"\"",
        "on",
        "query",
        "fragment",
        "__typename",
        "Unknown",
    ];

    public static string Mutate(string text, Random random)
    {
        var tokens = Split(text);
        for (var times = random.Next(1, 3); times > 0 && tokens.Count > 0; times--)
        {
            var index = random.Next(tokens.Count);
            switch (random.Next(6))
            {
                case 0:
                    tokens.RemoveAt(index);
                    break;
                case 1:
                    tokens.Insert(index, tokens[index]);
                    break;
                case 2 when index > 0:
                    (tokens[index - 1], tokens[index]) = (tokens[index], tokens[index - 1]);
                    break;
                case 3:
                    tokens[index] = Others[random.Next(Others.Length)];
                    break;
                case 4:
                    tokens.Insert(index, Others[random.Next(Others.Length)]);
                    break;
                default:
                    ReplaceName(tokens, random);
                    break;
            }
        }

        return string.Join(' ', tokens);
    }

    /// <summary>The tokens of a text, as far as it has any.</summary>
    public static List<string> Split(string text)
    {
        var source = new Source(text);
        var lexer = new Lexer(source);
        var tokens = new List<string>();
        try
        {
            for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
            {
                tokens.Add(Encoding.UTF8.GetString(source.Utf8.Span[token.Start..token.End]));
            }
        }
        catch (GraphQLException)
        {
            // What comes after the broken token is lost.
        }

        return tokens;
    }

    // A name where another one stood is still grammar, but means something else.
    private static void ReplaceName(List<string> tokens, Random random)
    {
        var names = Enumerable.Range(0, tokens.Count).Where(index => char.IsAsciiLetter(tokens[index][0])).ToList();
        if (names.Count > 1)
        {
            tokens[names[random.Next(names.Count)]] = tokens[names[random.Next(names.Count)]];
        }
    }
}
