using System.Runtime.CompilerServices;

namespace Cooperator.GraphQL.Language;

/// <summary>Cuts UTF-8 text into tokens, see section 2.1 of the specification. Commas, white space and comments are passed over.</summary>
internal ref struct Lexer(Source source)
{
    private readonly Source _source = source;
    private readonly ReadOnlySpan<byte> _text = source.Utf8.Span;
    private int _position;

    /// <summary>Reads the next token; at the end of the text, <see cref="TokenKind.EndOfFile"/> again and again.</summary>
    /// <exception cref="GraphQLException">The text is not made of tokens.</exception>
    public Token Next()
    {
        var text = _text;
        var position = _position;
        while ((uint)position < (uint)text.Length)
        {
            var code = text[position];
            switch (code)
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    position++;
                    continue;
                case (byte)'#':
                    position = EndOfComment(position);
                    continue;
                case 0xEF when text[position..].StartsWith("\uFEFF"u8):
                    position += 3;
                    continue;
                case (byte)'{':
                    return Punctuator(TokenKind.BraceLeft, position);
                case (byte)'}':
                    return Punctuator(TokenKind.BraceRight, position);
                case (byte)'(':
                    return Punctuator(TokenKind.ParenLeft, position);
                case (byte)')':
                    return Punctuator(TokenKind.ParenRight, position);
                case (byte)':':
                    return Punctuator(TokenKind.Colon, position);
                case (byte)'$':
                    return Punctuator(TokenKind.Dollar, position);
                case (byte)'!':
                    return Punctuator(TokenKind.Bang, position);
                case (byte)'[':
                    return Punctuator(TokenKind.BracketLeft, position);
                case (byte)']':
                    return Punctuator(TokenKind.BracketRight, position);
                case (byte)'@':
                    return Punctuator(TokenKind.At, position);
                case (byte)'=':
                    return Punctuator(TokenKind.EqualsSign, position);
                case (byte)'|':
                    return Punctuator(TokenKind.Pipe, position);
                case (byte)'&':
                    return Punctuator(TokenKind.Ampersand, position);
                case (byte)'.':
                    return Spread(position);
                case (byte)'"':
                    return text[position..].StartsWith("\"\"\""u8) ? BlockString(position) : String(position);
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    return Number(position);
                default:
                    return IsNameStart(code) ? Name(position) : throw UnexpectedCharacter(position, code);
            }
        }

        _position = text.Length;
        return new Token(TokenKind.EndOfFile, text.Length, text.Length);
    }

    private Token Punctuator(TokenKind kind, int start, int length = 1) => End(kind, start, start + length);

    private Token End(TokenKind kind, int start, int end)
    {
        _position = end;
        return new Token(kind, start, end);
    }

    private readonly int EndOfComment(int start)
    {
        var length = _text[start..].IndexOfAny((byte)'\n', (byte)'\r');
        var end = length < 0 ? _text.Length : start + length;
        // Half of a surrogate pair is not of the comment, and of nothing else either.
        return HalfWithin(start, end) is var half and >= 0 ? half : end;
    }

    private readonly int HalfWithin(int start, int end) =>
        _source.HasHalves && Surrogates.IndexOfHalf(_text[start..end]) is var half and >= 0 ? start + half : -1;

    private readonly void RefuseHalvesWithin(int start, int end)
    {
        if (HalfWithin(start, end) is var half and >= 0)
        {
            throw Error(half, $"Invalid character within String: {Character(half)}.");
        }
    }

    private Token Spread(int start)
    {
        var rest = _text[start..];
        if (rest.StartsWith("..."u8))
        {
            return Punctuator(TokenKind.Spread, start, 3);
        }

        if (rest.StartsWith(".."u8))
        {
            throw Error(start, "Unexpected \"..\", did you mean \"...\"?");
        }

        if (IsDigit(Peek(start + 1)))
        {
            var digits = SyntaxErrors.Excerpt(_source, start + 1, Digits(start + 1) - start - 1);
            throw Error(start, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
        }

        throw UnexpectedCharacter(start, (byte)'.');
    }

    private Token Name(int start)
    {
        var text = _text;
        var end = start + 1;
        while ((uint)end < (uint)text.Length && IsNameContinue(text[end]))
        {
            end++;
        }

        return End(TokenKind.Name, start, end);
    }

    private Token Number(int start)
    {
        var position = start;
        var kind = TokenKind.Int;
        if (Peek(position) == '-')
        {
            position++;
        }

        if (Peek(position) == '0')
        {
            position++;
            if (IsDigit(Peek(position)))
            {
                throw Error(position, $"Invalid number, unexpected digit after 0: {Character(position)}.");
            }
        }
        else
        {
            position = Digits(position);
        }

        if (Peek(position) == '.')
        {
            kind = TokenKind.Float;
            position = Digits(position + 1);
        }

        if (Peek(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            if (Peek(position) is '+' or '-')
            {
                position++;
            }

            position = Digits(position);
        }

        // A number must not run into a dot or a name.
        if (Peek(position) is var next && (next == '.' || (next >= 0 && IsNameStart((byte)next))))
        {
            throw Error(position, $"Invalid number, expected digit but got: {Character(position)}.");
        }

        return End(kind, start, position);
    }

    private readonly int Digits(int start)
    {
        if (!IsDigit(Peek(start)))
        {
            throw Error(start, $"Invalid number, expected digit but got: {Character(start)}.");
        }

        var position = start + 1;
        while (IsDigit(Peek(position)))
        {
            position++;
        }

        return position;
    }

    private Token String(int start)
    {
        var position = start + 1;
        while (true)
        {
            var length = _text[position..].IndexOfAny("\"\\\n\r"u8);
            RefuseHalvesWithin(position, length < 0 ? _text.Length : position + length);
            if (length < 0)
            {
                throw Error(_text.Length, "Unterminated string.");
            }

            position += length;
            switch (_text[position])
            {
                case (byte)'"':
                    return End(TokenKind.String, start, position + 1);
                case (byte)'\\':
                    position += StringEscapes.Read(_source, position, out _);
                    break;
                default:
                    throw Error(position, "Unterminated string.");
            }
        }
    }

    private Token BlockString(int start)
    {
        var position = start + 3;
        while (true)
        {
            var length = _text[position..].IndexOf("\"\"\""u8);
            RefuseHalvesWithin(position, length < 0 ? _text.Length : position + length);
            if (length < 0)
            {
                throw Error(_text.Length, "Unterminated string.");
            }

            position += length + 3;
            if (length == 0 || _text[position - 4] != '\\')
            {
                return End(TokenKind.BlockString, start, position);
            }
        }
    }

    private readonly GraphQLException UnexpectedCharacter(int position, byte code) =>
        Error(
            position,
            code == '\''
                ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
                : $"{(SyntaxErrors.IsHalf(_source, position) ? "Invalid" : "Unexpected")} character: {Character(position)}."
        );

    private readonly GraphQLException Error(int position, string description) =>
        SyntaxErrors.At(_source, position, description);

    private readonly string Character(int position) => SyntaxErrors.DescribeCharacter(_source, position);

    private readonly int Peek(int position) => (uint)position < (uint)_text.Length ? _text[position] : -1;

    private static bool IsDigit(int code) => (uint)(code - '0') <= 9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNameStart(byte code) => (uint)((code | 0x20) - 'a') <= 'z' - 'a' || code == '_';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNameContinue(byte code) => IsNameStart(code) || IsDigit(code);
}
