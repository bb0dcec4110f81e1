using System.Globalization;
using System.Text.Json;

namespace Cooperator.GraphQL.Scalars;

/// <summary>Numbers as JavaScript reads them, so that values and messages equal the reference implementation's.</summary>
internal static class NumberText
{
    /// <summary>Any of C#'s number types as a double; null for anything else.</summary>
    public static double? ToDouble(object value) =>
        value switch
        {
            double or float or int or long or short or byte or sbyte or ushort or uint or ulong or decimal =>
                Convert.ToDouble(value, CultureInfo.InvariantCulture),
            JsonElement { ValueKind: JsonValueKind.Number } element => element.GetDouble(),
            _ => null,
        };

    /// <summary>The number that a text means; null when it means none.</summary>
    public static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
