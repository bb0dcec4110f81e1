using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cooperator.GraphQL.Types;

/// <summary>Shows a value inside a message, as the reference implementation does.</summary>
public static class InspectedValue
{
    private const int MaxDepth = 2;
    private const int MaxItems = 10;

    // So many fields are longer than what is shown of them.
    private const int MostFields = ShownText.MaxLength;
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The value as text: strings quoted, long lists cut, deep objects named only; what is longer than thousands of characters is cut.</summary>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return ShownText.Cut(text.ToString());
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        if (IsFull(text))
        {
            return;
        }

        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonElement { ValueKind: JsonValueKind.Array } array:
                AppendList(text, [.. array.EnumerateArray().Take(MaxItems)], array.GetArrayLength(), depth);
                break;
            case JsonElement element:
                Append(text, FromJson(element), depth);
                break;
            case string characters:
                text.Append(JsonSerializer.Serialize(Limited(characters), Plain));
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case double number:
                text.Append(JavaScriptNumber(number));
                break;
            case IReadOnlyDictionary<string, object?> map:
                AppendMap(text, map, depth);
                break;
            case IEnumerable items:
                List<object?> list = [.. items.Cast<object?>()];
                AppendList(text, list, list.Count, depth);
                break;
            case IFormattable formattable:
                text.Append(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void AppendMap(StringBuilder text, IReadOnlyDictionary<string, object?> map, int depth)
    {
        if (map.Count == 0)
        {
            text.Append("{}");
            return;
        }

        if (depth > MaxDepth)
        {
            text.Append("[Object]");
            return;
        }

        text.Append("{ ");
        var first = true;
        foreach (var (key, item) in map)
        {
            if (IsFull(text))
            {
                break;
            }

            text.Append(first ? "" : ", ").Append(Limited(key)).Append(": ");
            Append(text, item, depth + 1);
            first = false;
        }

        text.Append(" }");
    }

    private static void AppendList<T>(StringBuilder text, List<T> list, int count, int depth)
    {
        if (count == 0)
        {
            text.Append("[]");
            return;
        }

        if (depth > MaxDepth)
        {
            text.Append("[Array]");
            return;
        }

        text.Append('[');
        for (var index = 0; index < Math.Min(list.Count, MaxItems); index++)
        {
            text.Append(index == 0 ? "" : ", ");
            Append(text, list[index], depth + 1);
        }

        var left = count - MaxItems;
        if (left > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", ... {left} more item{(left == 1 ? "" : "s")}");
        }

        text.Append(']');
    }

    private static bool IsFull(StringBuilder text) => text.Length > ShownText.MaxLength;

    // One more than is shown, so that the whole is seen to be cut.
    private static string Limited(string text) => ShownText.Beginning(text, ShownText.MaxLength + 1);

    private static object? FromJson(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.TryGetDouble(out var number) ? number : element.GetRawText(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Object => element
                .EnumerateObject()
                .Take(MostFields)
                .GroupBy(property => property.Name)
                .ToDictionary(group => group.Key, group => (object?)group.Last().Value),
            _ => null,
        };

    // JavaScript writes the same shortest digits as .NET, but an exponent only from 1e21 on and below 1e-6.
    private static string JavaScriptNumber(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
        {
            return text;
        }

        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var digits = text[sign.Length..mark].Replace(".", "", StringComparison.Ordinal);
        return exponent switch
        {
            >= 0 and < 21 => sign + digits.PadRight(exponent + 1, '0'),
            < 0 and >= -6 => $"{sign}0.{new string('0', -exponent - 1)}{digits}",
            _ => $"{text[..mark]}e{(exponent < 0 ? "" : "+")}{exponent.ToString(CultureInfo.InvariantCulture)}",
        };
    }
}
