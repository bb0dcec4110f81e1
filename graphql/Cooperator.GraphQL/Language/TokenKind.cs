namespace Cooperator.GraphQL.Language;

/// <summary>The kinds of lexical tokens, see section 2.1.7 of the specification.</summary>
internal enum TokenKind : byte
{
    StartOfFile,
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Dot,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

internal static class TokenKinds
{
    private static readonly string[] Descriptions =
    [
        "<SOF>",
        "<EOF>",
        "\"!\"",
        "\"$\"",
        "\"&\"",
        "\"(\"",
        "\")\"",
        "\".\"",
        "\"...\"",
        "\":\"",
        "\"=\"",
        "\"@\"",
        "\"[\"",
        "\"]\"",
        "\"{\"",
        "\"|\"",
        "\"}\"",
        "Name",
        "Int",
        "Float",
        "String",
        "BlockString",
    ];

    /// <summary>The kind as error messages call it.</summary>
    public static string Describe(this TokenKind kind) => Descriptions[(int)kind];

    /// <summary>Whether tokens of this kind carry a value of their own.</summary>
    public static bool HasValue(this TokenKind kind) => kind >= TokenKind.Name;
}
