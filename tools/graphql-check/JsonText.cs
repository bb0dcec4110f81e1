using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cooperator.GraphQLCheck;

/// <summary>Strings of JSON whatever is in them.</summary>
internal static class JsonText
{
    /// <summary>The text of a string. Half of a surrogate pair, which JSON can write but no encoding can hold, becomes U+FFFD.</summary>
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Repair(text.GetRawText());
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

    private static string Repair(string raw)
    {
        var repaired = new StringBuilder(raw.Length);
        for (var position = 0; position < raw.Length; )
        {
            var length =
                raw[position] != '\\' ? 1
                : raw[position + 1] == 'u' ? 6
                : 2;
            if (length == 6 && CodeAt(raw, position) is var code && char.IsSurrogate(code))
            {
                var isPair =
                    char.IsHighSurrogate(code)
                    && raw.AsSpan(position + 6).StartsWith("\\u", StringComparison.Ordinal)
                    && char.IsLowSurrogate(CodeAt(raw, position + 6));
                length = isPair ? 12 : 6;
                repaired.Append(isPair ? raw.AsSpan(position, length) : "\\uFFFD");
            }
            else
            {
                repaired.Append(raw.AsSpan(position, length));
            }

            position += length;
        }

        return JsonSerializer.Deserialize<string>(repaired.ToString())!;
    }

    private static char CodeAt(string raw, int position) =>
        (char)Convert.ToUInt16(raw.Substring(position + 2, 4), fromBase: 16);
}
