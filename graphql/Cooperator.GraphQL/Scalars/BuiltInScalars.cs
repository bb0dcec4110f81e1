using System.Collections.Immutable;
using System.Text.Json;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary>The scalars that come with the engine. The five of the specification are in every schema, the others where they are used.</summary>
public static class BuiltInScalars
{
    /// <summary>Text.</summary>
    public static readonly ScalarType<string> String = new StringScalar();

    /// <summary>A whole number of 32 bits.</summary>
    public static readonly ScalarType<int> Int = new IntScalar();

    /// <summary>A number of double precision.</summary>
    public static readonly ScalarType<double> Float = new FloatScalar();

    /// <summary>True or false.</summary>
    public static readonly ScalarType<bool> Boolean = new BooleanScalar();

    /// <summary>An opaque identifier.</summary>
    public static readonly ScalarType<string> ID = new IDScalar();

    /// <summary>An instant.</summary>
    public static readonly ScalarType<DateTimeOffset> DateTime = new DateTimeScalar();

    /// <summary>A day.</summary>
    public static readonly ScalarType<DateOnly> Date = new DateScalar();

    /// <summary>A span of time.</summary>
    public static readonly ScalarType<TimeSpan> Duration = new DurationScalar();

    /// <summary>A UUID.</summary>
    public static readonly ScalarType<Guid> UUID = new UUIDScalar();

    /// <summary>A whole number of 64 bits.</summary>
    public static readonly ScalarType<long> Long = new LongScalar();

    /// <summary>An address on the web.</summary>
    public static readonly ScalarType<Uri> URL = new URLScalar();

    /// <summary>A decimal number without rounding.</summary>
    public static readonly ScalarType<decimal> Decimal = new DecimalScalar();

    /// <summary>Any JSON value.</summary>
    public static readonly ScalarType<JsonElement> JSON = new JSONScalar();

    /// <summary>A file that came with the request.</summary>
    public static readonly ScalarType Upload = new UploadScalar();

    /// <summary>The scalars of the specification, in its order of use by the reference implementation.</summary>
    public static readonly ImmutableArray<ScalarType> Specified = [String, Int, Float, Boolean, ID];

    /// <summary>Every scalar of the engine.</summary>
    public static readonly ImmutableArray<ScalarType> All =
    [
        .. Specified,
        DateTime,
        Date,
        Duration,
        UUID,
        Long,
        URL,
        Decimal,
        JSON,
        Upload,
    ];

    /// <summary>Whether the type is one of the five of the specification.</summary>
    public static bool IsSpecified(NamedType type) => type is ScalarType scalar && Specified.Contains(scalar);

    /// <summary>The scalar of that name, or null.</summary>
    public static ScalarType? Find(string name) => All.FirstOrDefault(scalar => scalar.Name == name);
}
