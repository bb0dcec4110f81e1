using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cooperator.GraphQL.Querying;

/// <summary>Cursors hold the values of the keys and a mark of the order they belong to. They grant nothing, so they are not signed.</summary>
internal static class Cursors
{
    private const int MarkLength = 8;

    /// <summary>The cursor of an item.</summary>
    public static string Format(IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(Mark(keys));
            for (var index = 0; index < keys.Count; index++)
            {
                Write(writer, values[index]);
            }

            writer.WriteEndArray();
        }

        return Base64Url.EncodeToString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>The values of the keys inside a cursor.</summary>
    /// <exception cref="GraphQLException">It is no cursor of this order; code <c>INVALID_CURSOR</c>.</exception>
    public static object?[] Parse(string cursor, IReadOnlyList<SortKey> keys)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(cursor));
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Array
                || root.GetArrayLength() != keys.Count + 1
                || root[0].GetString() != Mark(keys)
            )
            {
                throw Invalid(cursor);
            }

            return [.. keys.Select((key, index) => Read(root[index + 1], key))];
        }
        catch (Exception exception)
            when (exception
                    is FormatException
                        or JsonException
                        or InvalidOperationException
                        or OverflowException
                        or ArgumentException
            )
        {
            // Whatever is wrong inside a client's text, the answer is the same: this is no cursor of ours.
            throw Invalid(cursor);
        }
    }

    private static GraphQLException Invalid(string cursor) =>
        new(
            new GraphQLError($"\"{ShownText.Cut(cursor)}\" is not a cursor of this list in this order.")
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "INVALID_CURSOR" },
            }
        );

    private static string Mark(IReadOnlyList<SortKey> keys) =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(Encoding.UTF8.GetBytes(string.Join(',', keys.Select(key => key.Signature))))
                .AsSpan(0, MarkLength / 2)
        );

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case DateTimeOffset instant:
                writer.WriteNumberValue(instant.UtcTicks);
                break;
            case DateTime instant:
                writer.WriteNumberValue(instant.ToBinary());
                break;
            case DateOnly day:
                writer.WriteNumberValue(day.DayNumber);
                break;
            case TimeOnly time:
                writer.WriteNumberValue(time.Ticks);
                break;
            case TimeSpan span:
                writer.WriteNumberValue(span.Ticks);
                break;
            case double or float:
                writer.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case IConvertible:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException(
                    $"A list cannot be paged by a value of type {value.GetType().FullName}."
                );
        }
    }

    private static object? Read(JsonElement element, SortKey key)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return key.IsNullable ? null : throw new FormatException();
        }

        var type = Nullable.GetUnderlyingType(key.Type) ?? key.Type;
        return type == typeof(string) ? element.GetString()
            : type == typeof(Guid) ? element.GetGuid()
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(Ticks(element), TimeSpan.Zero)
            : type == typeof(DateTime) ? DateTime.FromBinary(element.GetInt64())
            : type == typeof(DateOnly) ? DateOnly.FromDayNumber(Within(element.GetInt32(), DateOnly.MaxValue.DayNumber))
            : type == typeof(TimeOnly) ? new TimeOnly(Ticks(element) % TimeSpan.TicksPerDay)
            : type == typeof(TimeSpan) ? new TimeSpan(element.GetInt64())
            : type == typeof(double) || type == typeof(float)
                ? Convert.ChangeType(element.GetDouble(), type, CultureInfo.InvariantCulture)
            : Convert.ChangeType(element.GetDecimal(), type, CultureInfo.InvariantCulture);
    }

    private static long Ticks(JsonElement element) =>
        element.GetInt64() is >= 0 and <= 3155378975999999999 and var ticks ? ticks : throw new FormatException();

    private static int Within(int value, int max) => value >= 0 && value <= max ? value : throw new FormatException();
}
