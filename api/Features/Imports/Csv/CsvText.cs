using System.Text;
using System.Text.Unicode;

namespace Cooperator.Api.Features.Imports.Csv;

/// <summary>The text of an uploaded file and the encoding it was read in.</summary>
internal sealed record CsvText(string Text, string Encoding)
{
    // What spreadsheet programs of western Europe save when nobody chooses: bytes that are not UTF-8 are read as this.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads a byte order mark where there is one, else UTF-8, else Windows-1252.</summary>
    /// <exception cref="UnreadableFileException">The bytes are no text.</exception>
    public static CsvText Decode(ReadOnlySpan<byte> bytes)
    {
        var (text, encoding) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Utf8OrMixed(rest, marked: true),
            [0xFF, 0xFE, .. var rest] => (System.Text.Encoding.Unicode.GetString(rest), "UTF-16"),
            [0xFE, 0xFF, .. var rest] => (System.Text.Encoding.BigEndianUnicode.GetString(rest), "UTF-16"),
            _ => Utf8OrMixed(bytes, marked: false),
        };

        return text.AsSpan().IndexOfAnyInRange('\0', '\b') < 0
            ? new CsvText(text, encoding)
            : throw new UnreadableFileException("This is not a text file. Save the list as CSV (UTF-8) and try again.");
    }

    private static (string Text, string Encoding) Utf8OrMixed(ReadOnlySpan<byte> bytes, bool marked)
    {
        if (Utf8.IsValid(bytes))
        {
            return (System.Text.Encoding.UTF8.GetString(bytes), "UTF-8");
        }

        // Lists put together from two programs: read as one of the encodings, names of the other come out garbled.
        var (strange, others) = LinesThatAreNotUtf8(bytes);
        return marked || others
            ? throw new UnreadableFileException(
                "This line is not written in the encoding of the others. Save the list as CSV (UTF-8) and try again.",
                "MIXED_ENCODING",
                strange
            )
            : (Windows1252.GetString(bytes), "Windows-1252");
    }

    /// <summary>Those lines, and whether there are others that can be nothing but UTF-8.</summary>
    private static (List<int> Strange, bool Others) LinesThatAreNotUtf8(ReadOnlySpan<byte> bytes)
    {
        var (strange, others, number) = (new List<int>(), false, 0);
        foreach (var range in bytes.Split((byte)'\n'))
        {
            number++;
            var line = bytes[range];
            if (!Utf8.IsValid(line))
            {
                strange.Add(number);
            }
            else if (!Ascii.IsValid(line))
            {
                others = true;
            }
        }

        return (strange, others);
    }
}

/// <summary>The file as a whole can not be read; nothing can be said of its rows.</summary>
internal sealed class UnreadableFileException(
    string message,
    string code = "UNREADABLE_FILE",
    IReadOnlyList<int>? lines = null
) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>Where it can not be read.</summary>
    public IReadOnlyList<int> Lines { get; } = lines ?? [1];
}
