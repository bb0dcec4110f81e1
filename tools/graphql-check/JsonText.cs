using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cooperator.GraphQLCheck;

/// <summary>Strings of JSON whatever is in them.</summary>
internal static class JsonText
{
    /// <summary>The text of a string, with halves of surrogate pairs, which JSON can write though no encoding can hold them.</summary>
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(text.GetRawText().AsSpan()[1..^1]);
        }
    }

    /// <summary>A property of an object, whatever the names of the others are; the last one of that name.</summary>
    public static JsonElement? Property(JsonElement owner, string name)
    {
        JsonElement? found = null;
        foreach (var property in owner.EnumerateObject())
        {
            if (IsNamed(property, name))
            {
                found = property.Value;
            }
        }

        return found;
    }

    private static bool IsNamed(JsonProperty property, string name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no name that is looked for.
            return false;
        }
    }

    /// <summary>
    /// Text as a string of JSON. Half of a surrogate pair, which messages hold where graphql-js cuts one in two, is written
    /// as its escape.
    /// </summary>
    public static string Quote(string text, JavaScriptEncoder encoder)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var position = 0; position < text.Length; )
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(position), out _, out var length);
            quoted =
                status == OperationStatus.Done
                    ? quoted.Append(encoder.Encode(text.Substring(position, length)))
                    : quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[position]:X4}");
            position += length;
        }

        return quoted.Append('"').ToString();
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (raw.IndexOf('\\') is var backslash and >= 0)
        {
            text.Append(raw[..backslash]);
            var escaped = raw[backslash + 1];
            var length = escaped == 'u' ? 6 : 2;
            text.Append(
                escaped switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => (char)
                        ushort.Parse(raw.Slice(backslash + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                    _ => escaped,
                }
            );
            raw = raw[(backslash + length)..];
        }

        return text.Append(raw).ToString();
    }
}
