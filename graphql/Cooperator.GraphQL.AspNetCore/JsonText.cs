using System.Text.Json;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>Reads JSON that clients send, with faults told in words.</summary>
internal static class JsonText
{
    public delegate T Reading<out T>(ref Utf8JsonReader reader);

    /// <summary>Runs a reading over a text.</summary>
    /// <exception cref="MalformedRequestException">The text is not JSON, or the reading says what is wrong with it.</exception>
    public static T Read<T>(ReadOnlySpan<byte> text, string what, Reading<T> reading)
    {
        try
        {
            EnsureWholeCharacters(text);
            var reader = new Utf8JsonReader(text);
            return reading(ref reader);
        }
        catch (JsonException e)
        {
            throw new MalformedRequestException(
                $"{what} is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})."
            );
        }
        catch (InvalidOperationException)
        {
            // How the reader reports an escape that is half a surrogate pair.
            throw new MalformedRequestException($"{what} has a string with an unpaired surrogate.");
        }
    }

    /// <summary>
    /// Strings below are often read long after the transport is done with them, so escapes that make no character are found here.
    /// </summary>
    private static void EnsureWholeCharacters(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(text);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                reader.GetString();
            }
        }
    }
}
