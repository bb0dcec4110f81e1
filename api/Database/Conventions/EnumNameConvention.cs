using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cooperator.Api.Database.Conventions;

/// <summary>Enum values are stored under the names they have on the wire: <c>MAINTAINER</c>.</summary>
internal sealed class EnumNameConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(t => t.GetDeclaredProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum && property.GetValueConverter() is null && property.GetProviderClrType() is null)
            {
                property.Builder.HasConverter(typeof(EnumNameConverter<>).MakeGenericType(type));
            }
        }
    }
}

internal sealed class EnumNameConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => EnumNames<TEnum>.Of(value), name => EnumNames<TEnum>.Parse(name))
    where TEnum : struct, Enum;

internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Names = Enum.GetValues<TEnum>()
        .ToDictionary(value => value, value => SnakeCase.Of(value.ToString()).ToUpperInvariant());

    private static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(p => p.Value, p => p.Key);

    public static string Of(TEnum value) => Names[value];

    public static TEnum Parse(string name) => Values[name];
}
