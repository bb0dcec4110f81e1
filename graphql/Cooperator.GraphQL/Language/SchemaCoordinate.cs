namespace Cooperator.GraphQL.Language;

/// <summary>
/// A name for one element of a schema, see section 3.14 of the specification: <c>Type</c>, <c>Type.field</c>, <c>Type.field(argument:)</c>,
/// <c>Input.field</c>, <c>Enum.VALUE</c>, <c>@directive</c> or <c>@directive(argument:)</c>.
/// </summary>
/// <param name="Name">The name of the type or directive.</param>
/// <param name="MemberName">The name of a field, input field or enum value.</param>
/// <param name="ArgumentName">The name of an argument.</param>
/// <param name="IsDirective">Whether <paramref name="Name"/> is that of a directive.</param>
public sealed record SchemaCoordinate(
    string Name,
    string? MemberName = null,
    string? ArgumentName = null,
    bool IsDirective = false
)
{
    /// <summary>Reads a coordinate; nothing may stand between its parts.</summary>
    /// <exception cref="GraphQLException">The text is no coordinate; one located error.</exception>
    public static SchemaCoordinate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Reader(new Source(text));
        var isDirective = reader.Skip('@');
        var name = reader.Expect(Reader.Name);
        var member = !isDirective && reader.Skip('.') ? reader.Expect(Reader.Name) : null;
        string? argument = null;
        if ((isDirective || member is not null) && reader.Skip('('))
        {
            argument = reader.Expect(Reader.Name);
            reader.Expect(':');
            reader.Expect(')');
        }

        reader.Expect(Reader.End);
        return new SchemaCoordinate(name, member, argument, isDirective);
    }

    /// <summary>The coordinate as it is written.</summary>
    public override string ToString() =>
        (IsDirective ? "@" : "")
        + Name
        + (MemberName is null ? "" : $".{MemberName}")
        + (ArgumentName is null ? "" : $"({ArgumentName}:)");

    private sealed class Reader
    {
        public const char Name = 'n';
        public const char End = '\0';

        private readonly Source _source;
        private char _kind;
        private int _start;
        private int _end;

        public Reader(Source source)
        {
            _source = source;
            Advance();
        }

        public bool Skip(char kind)
        {
            if (_kind != kind)
            {
                return false;
            }

            Advance();
            return true;
        }

        /// <summary>Passes a token of that kind and gives its text.</summary>
        public string Expect(char kind)
        {
            if (_kind != kind)
            {
                var found = _kind == Name ? $"Name \"{Text}\"" : Describe(_kind);
                throw SyntaxErrors.At(_source, _start, $"Expected {Describe(kind)}, found {found}.");
            }

            var text = Text;
            Advance();
            return text;
        }

        private string Text => System.Text.Encoding.UTF8.GetString(_source.Utf8.Span[_start.._end]);

        private static string Describe(char kind) =>
            kind switch
            {
                Name => "Name",
                End => "<EOF>",
                _ => $"\"{kind}\"",
            };

        private void Advance()
        {
            var text = _source.Utf8.Span;
            _start = _end;
            if (_start == text.Length)
            {
                _kind = End;
                return;
            }

            var first = (char)text[_end++];
            if (first is '.' or '(' or ')' or ':' or '@')
            {
                _kind = first;
                return;
            }

            if (!char.IsAsciiLetter(first) && first != '_')
            {
                var character = SyntaxErrors.DescribeCharacter(_source, _start);
                throw SyntaxErrors.At(_source, _start, $"Invalid character: {character}.");
            }

            _kind = Name;
            while (_end < text.Length && (char.IsAsciiLetterOrDigit((char)text[_end]) || text[_end] == '_'))
            {
                _end++;
            }
        }
    }
}
