using System.Text;

namespace Cooperator.Api.Features.Imports.Csv;

/// <summary>The text of an uploaded file and the encoding it was read in.</summary>
internal sealed record CsvText(string Text, string Encoding)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    // What spreadsheet programs of western Europe save when nobody chooses: bytes that are not UTF-8 are read as this.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads a byte order mark where there is one, else UTF-8, else Windows-1252.</summary>
    /// <exception cref="UnreadableFileException">The bytes are no text.</exception>
    public static CsvText Decode(ReadOnlySpan<byte> bytes)
    {
        var (text, encoding) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => (Strict(rest, "UTF-8"), "UTF-8"),
            [0xFF, 0xFE, .. var rest] => (System.Text.Encoding.Unicode.GetString(rest), "UTF-16"),
            [0xFE, 0xFF, .. var rest] => (System.Text.Encoding.BigEndianUnicode.GetString(rest), "UTF-16"),
            _ => Guess(bytes),
        };

        return text.AsSpan().IndexOfAnyInRange('\0', '\b') < 0
            ? new CsvText(text, encoding)
            : throw new UnreadableFileException("This is not a text file. Save the list as CSV (UTF-8) and try again.");
    }

    private static (string Text, string Encoding) Guess(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return (StrictUtf8.GetString(bytes), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (Windows1252.GetString(bytes), "Windows-1252");
        }
    }

    private static string Strict(ReadOnlySpan<byte> bytes, string encoding)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException($"The file says it is {encoding}, but holds bytes that are not.");
        }
    }
}

/// <summary>The file as a whole can not be read; nothing can be said of its rows.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
