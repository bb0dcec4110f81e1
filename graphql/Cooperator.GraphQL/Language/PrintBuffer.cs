using System.Text;

namespace Cooperator.GraphQL.Language;

/// <summary>
/// Collects printed pieces. A list is written as a group whose layout, on one line or on several, is decided when its end is reached and its length is known;
/// so every node is printed once, however deeply it is nested.
/// </summary>
/// <param name="maxLength">How much text is wanted: a little more is collected, then no more.</param>
internal sealed class PrintBuffer(int maxLength = int.MaxValue)
{
    private readonly List<Piece> _pieces = [];
    private readonly List<Group> _groups = [];
    private int _length;
    private int _newLines;

    private enum PieceKind : byte
    {
        Text,
        Lines,
        NewLine,
        GroupOpen,
        GroupSeparator,
        GroupClose,
    }

    /// <summary>How many characters have been written, indentation within the outermost group included.</summary>
    public int Length => _length;

    /// <summary>Whether there is more than is wanted.</summary>
    public bool IsFull => _length > maxLength;

    /// <summary>The text, or as much of it as makes the buffer full.</summary>
    public string Limited(string text) => maxLength == int.MaxValue ? text : ShownText.Beginning(text, maxLength + 1);

    public void Write(string text)
    {
        _pieces.Add(new Piece(PieceKind.Text, text));
        _length += text.Length;
    }

    /// <summary>Writes text whose own line ends are kept, each followed by the indentation of the place.</summary>
    public void WriteLines(string text)
    {
        _pieces.Add(new Piece(PieceKind.Lines, text));
        _length += text.Length;
        _newLines += text.AsSpan().Count('\n');
    }

    public void NewLine()
    {
        _pieces.Add(new Piece(PieceKind.NewLine));
        _length++;
        _newLines++;
    }

    /// <summary>Begins a list; <paramref name="open"/> is its first character.</summary>
    public int OpenGroup(string open)
    {
        _groups.Add(
            new Group
            {
                Open = open,
                StartLength = _length,
                StartNewLines = _newLines,
            }
        );
        _pieces.Add(new Piece(PieceKind.GroupOpen, Group: _groups.Count - 1));
        return _groups.Count - 1;
    }

    /// <summary>Stands between two items.</summary>
    public void Separate(int group)
    {
        _pieces.Add(new Piece(PieceKind.GroupSeparator, Group: group));
        _groups[group].Separators++;
        _length += 2;
    }

    /// <summary>The length of the items so far, were they on one line.</summary>
    public int LengthOf(int group) => _length - _groups[group].StartLength;

    /// <summary>Whether an item takes more than one line.</summary>
    public bool HasLines(int group) => _newLines > _groups[group].StartNewLines;

    /// <summary>Ends a list and decides its layout.</summary>
    public void CloseGroup(int index, string close, GroupLayout layout)
    {
        var group = _groups[index];
        group.Close = close;
        group.Layout = layout;
        _pieces.Add(new Piece(PieceKind.GroupClose, Group: index));
        if (layout == GroupLayout.OneLine)
        {
            _length += group.Open.Length + close.Length;
            return;
        }

        // Each separator becomes one line end, and there is one more after the opening and before the closing character.
        _length += 4 - group.Separators;
        _newLines += group.Separators;
        if (layout == GroupLayout.Indented)
        {
            _length += 2 * (_newLines - group.StartNewLines + 1);
        }

        _newLines += 2;
    }

    /// <summary>The collected text, in which nothing is indented more than <paramref name="maxDepth"/> times.</summary>
    public string Render(int maxDepth)
    {
        var output = new Output(new StringBuilder(_length), maxDepth);
        foreach (var piece in _pieces)
        {
            if (output.Text.Length > maxLength)
            {
                break;
            }

            switch (piece.Kind)
            {
                case PieceKind.Text:
                    output.Text.Append(piece.Text);
                    break;
                case PieceKind.Lines:
                    output.Lines(piece.Text!);
                    break;
                case PieceKind.NewLine:
                    output.NewLine();
                    break;
                case PieceKind.GroupOpen:
                    Open(output, _groups[piece.Group]);
                    break;
                case PieceKind.GroupSeparator:
                    Separate(output, _groups[piece.Group]);
                    break;
                case PieceKind.GroupClose:
                    Close(output, _groups[piece.Group]);
                    break;
            }
        }

        return output.Text.ToString();
    }

    private static void Open(Output output, Group group)
    {
        if (group.Layout == GroupLayout.OneLine)
        {
            output.Text.Append(group.Open);
            return;
        }

        output.Text.Append(group.Open[0]);
        output.NewLine();
        if (group.Layout == GroupLayout.Indented)
        {
            output.Indent();
        }
    }

    private static void Separate(Output output, Group group)
    {
        if (group.Layout == GroupLayout.OneLine)
        {
            output.Text.Append(", ");
        }
        else
        {
            output.NewLine();
        }
    }

    private static void Close(Output output, Group group)
    {
        if (group.Layout == GroupLayout.OneLine)
        {
            output.Text.Append(group.Close);
            return;
        }

        if (group.Layout == GroupLayout.Indented)
        {
            output.Dedent();
        }

        output.NewLine();
        output.Text.Append(group.Close[^1]);
    }

    private readonly record struct Piece(PieceKind Kind, string? Text = null, int Group = 0);

    private sealed class Group
    {
        public required string Open { get; init; }
        public required int StartLength { get; init; }
        public required int StartNewLines { get; init; }
        public string Close { get; set; } = "";
        public int Separators { get; set; }
        public GroupLayout Layout { get; set; }
    }

    private sealed class Output(StringBuilder text, int maxDepth)
    {
        private int _depth;

        public StringBuilder Text => text;

        public void NewLine()
        {
            if (_depth >= maxDepth)
            {
                text.Append(' ');
            }
            else
            {
                text.Append('\n').Append(' ', 2 * _depth);
            }
        }

        public void Lines(string lines)
        {
            var isFirst = true;
            foreach (var line in lines.AsSpan().Split('\n'))
            {
                if (!isFirst)
                {
                    text.Append('\n').Append(' ', 2 * Math.Min(_depth, maxDepth));
                }

                isFirst = false;
                text.Append(lines.AsSpan(line));
            }
        }

        public void Indent()
        {
            if (_depth < maxDepth)
            {
                text.Append("  ");
            }

            _depth++;
        }

        public void Dedent() => _depth--;
    }
}

/// <summary>How a list is laid out.</summary>
internal enum GroupLayout : byte
{
    /// <summary>On one line, items separated by commas.</summary>
    OneLine,

    /// <summary>An item a line.</summary>
    Stacked,

    /// <summary>An item a line, indented.</summary>
    Indented,
}
