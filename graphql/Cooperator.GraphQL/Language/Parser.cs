using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Cooperator.GraphQL.Language;

/// <summary>
/// Reads GraphQL text by recursive descent, see section 2 of the specification and its appendix C. Messages and locations of errors equal the reference
/// implementation's; empty selection sets are read, as there.
/// </summary>
public ref partial struct Parser
{
    private readonly Source _source;
    private readonly ReadOnlySpan<byte> _text;
    private readonly ParserOptions _options;
    private Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _tokenCount;
    private int _nesting;

    // Items of the lists being read. One array for all of them, so that a list costs only its final array.
    private SyntaxNode[] _items = ArrayPool<SyntaxNode>.Shared.Rent(64);
    private int _itemCount;

    private Parser(Source source, ParserOptions? options)
    {
        _source = source;
        _text = source.Utf8.Span;
        _options = options ?? ParserOptions.Default;
        _lexer = new Lexer(source);
    }

    private delegate T Reader<out T>(ref Parser parser);

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="GraphQLException">The text is not a document, or exceeds a limit; one located error.</exception>
    public static DocumentNode Parse(Source source, ParserOptions? options = null) =>
        Run(
            source,
            options,
            static (ref Parser parser) =>
                new DocumentNode(
                    parser.Many(
                        TokenKind.StartOfFile,
                        static (ref Parser p) => p.ParseDefinition(),
                        TokenKind.EndOfFile
                    ),
                    parser.From(0)
                )
        );

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="GraphQLException">The text is not a document, or exceeds a limit; one located error.</exception>
    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(new Source(text), options);

    /// <summary>Reads one value, which may hold variables.</summary>
    /// <exception cref="GraphQLException">The text is not a value, or exceeds a limit; one located error.</exception>
    public static ValueNode ParseValue(Source source, ParserOptions? options = null) =>
        Run(source, options, static (ref Parser parser) => parser.Whole(static (ref Parser p) => p.ParseValue(false)));

    /// <summary>Reads one value without variables.</summary>
    /// <exception cref="GraphQLException">The text is not a constant value, or exceeds a limit; one located error.</exception>
    public static ValueNode ParseConstValue(Source source, ParserOptions? options = null) =>
        Run(source, options, static (ref Parser parser) => parser.Whole(static (ref Parser p) => p.ParseValue(true)));

    /// <summary>Reads one reference to a type, such as <c>[ID!]</c>.</summary>
    /// <exception cref="GraphQLException">The text is not a type, or exceeds a limit; one located error.</exception>
    public static TypeNode ParseType(Source source, ParserOptions? options = null) =>
        Run(source, options, static (ref Parser parser) => parser.Whole(static (ref Parser p) => p.ParseType()));

    private static T Run<T>(Source source, ParserOptions? options, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parser = new Parser(source, options);
        try
        {
            return read(ref parser);
        }
        finally
        {
            ArrayPool<SyntaxNode>.Shared.Return(parser._items, clearArray: true);
        }
    }

    private T Whole<T>(Reader<T> read)
    {
        Expect(TokenKind.StartOfFile);
        var node = read(ref this);
        Expect(TokenKind.EndOfFile);
        return node;
    }

    private readonly Location From(int start) => new(_source, start, _lastEnd);

    private readonly bool Peek(TokenKind kind) => _token.Kind == kind;

    /// <summary>The token after the current one, without moving on.</summary>
    private readonly Token LookAhead()
    {
        var lexer = _lexer;
        return lexer.Next();
    }

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokenCount > _options.MaxTokens)
        {
            throw Error(_token, $"Document contains more than {_options.MaxTokens} tokens. Parsing aborted.");
        }
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw Error(token, $"Expected {kind.Describe()}, found {Describe(token)}.");
        }

        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw Error(_token, $"Expected \"{Encoding.UTF8.GetString(keyword)}\", found {Describe(_token)}.");
        }
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsKeyword(_token, keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private readonly bool IsKeyword(Token token, ReadOnlySpan<byte> keyword) =>
        token.Kind == TokenKind.Name && Bytes(token).SequenceEqual(keyword);

    private readonly ReadOnlySpan<byte> Bytes(Token token) => _text[token.Start..token.End];

    /// <summary>The meaning of a name, number or string.</summary>
    private readonly string ValueOf(Token token) =>
        token.Kind switch
        {
            TokenKind.String => StringEscapes.Resolve(_source, token.Start + 1, token.End - 1),
            TokenKind.BlockString => BlockString.Dedent(
                Encoding.UTF8.GetString(_text[(token.Start + 3)..(token.End - 3)])
            ),
            _ => Encoding.UTF8.GetString(Bytes(token)),
        };

    private readonly string Describe(Token token) =>
        token.Kind.HasValue() ? $"{token.Kind.Describe()} \"{ValueOf(token)}\"" : token.Kind.Describe();

    private readonly GraphQLException Unexpected(Token token) => Error(token, $"Unexpected {Describe(token)}.");

    private readonly GraphQLException Error(Token token, string description) =>
        SyntaxErrors.At(_source, token.Start, description);

    /// <summary>Enters one level of nesting; the caller leaves it again with <c>_nesting--</c>.</summary>
    private void Nest()
    {
        if (++_nesting > _options.MaxNesting)
        {
            throw Error(_token, $"Document is nested deeper than {_options.MaxNesting} levels. Parsing aborted.");
        }
    }

    /// <summary>Items between two tokens, possibly none.</summary>
    private ImmutableArray<T> Any<T>(TokenKind open, Reader<T> read, TokenKind close)
        where T : SyntaxNode
    {
        Expect(open);
        var first = _itemCount;
        while (!Skip(close))
        {
            Push(read(ref this));
        }

        return Pop<T>(first);
    }

    /// <summary>Items between two tokens, at least one.</summary>
    private ImmutableArray<T> Many<T>(TokenKind open, Reader<T> read, TokenKind close)
        where T : SyntaxNode
    {
        Expect(open);
        var first = _itemCount;
        do
        {
            Push(read(ref this));
        } while (!Skip(close));

        return Pop<T>(first);
    }

    /// <summary>Like <see cref="Many"/>, or nothing at all.</summary>
    private ImmutableArray<T> OptionalMany<T>(TokenKind open, Reader<T> read, TokenKind close)
        where T : SyntaxNode => Peek(open) ? Many(open, read, close) : [];

    /// <summary>Items with a token between them, which may also come first.</summary>
    private ImmutableArray<T> Delimited<T>(TokenKind delimiter, Reader<T> read)
        where T : SyntaxNode
    {
        Skip(delimiter);
        var first = _itemCount;
        do
        {
            Push(read(ref this));
        } while (Skip(delimiter));

        return Pop<T>(first);
    }

    private void Push(SyntaxNode node)
    {
        if (_itemCount == _items.Length)
        {
            var larger = ArrayPool<SyntaxNode>.Shared.Rent(_items.Length * 2);
            _items.CopyTo(larger, 0);
            ArrayPool<SyntaxNode>.Shared.Return(_items, clearArray: true);
            _items = larger;
        }

        _items[_itemCount++] = node;
    }

    private ImmutableArray<T> Pop<T>(int first)
        where T : SyntaxNode
    {
        if (_itemCount == first)
        {
            return [];
        }

        var list = new T[_itemCount - first];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = (T)_items[first + i];
        }

        _itemCount = first;
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }
}
