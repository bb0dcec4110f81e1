namespace Cooperator.GraphQL.Language;

/// <summary>A token as a stretch of bytes.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End);
