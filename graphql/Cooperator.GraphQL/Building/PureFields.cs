using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Makes fields of properties, and compiles what can be read from the parent alone.</summary>
internal static class PureFields
{
    private static readonly MethodInfo EnumWriterMethod = typeof(PureFields).GetMethod(
        nameof(EnumWriter),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Makes the field of a property.</summary>
    public static FieldDefinition Create(
        PropertyInfo property,
        Type declaring,
        GraphQLType type,
        IdTarget? id,
        IReadOnlyList<AuthorizeRule> authorization
    ) =>
        Create(
            property,
            type,
            id,
            authorization,
            parent => Expression.Property(Expression.Convert(parent, declaring), property)
        );

    /// <summary>Makes the field of a property of something that its parent leads to.</summary>
    public static FieldDefinition Create(
        PropertyInfo property,
        GraphQLType type,
        IdTarget? id,
        IReadOnlyList<AuthorizeRule> authorization,
        Func<Expression, Expression> read
    )
    {
        if (id is not null)
        {
            OutputIds.Check(property.PropertyType, id);
        }

        var field = new FieldDefinition(Names.Field(property), type)
        {
            Member = property,
            Description = Descriptions.Of(property),
            DeprecationReason = property.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Cost = property.GetCustomAttribute<CostAttribute>()?.Weight,
            ListSize = ListSizes.Of(property, []),
            Authorization = authorization,
        };
        var parent = Expression.Parameter(typeof(object), "parent");
        Set(field, parent, read(parent), id);
        if (authorization.Count > 0)
        {
            field.Pure = null;
            field.WriteLeaf = null;
        }

        return field;
    }

    /// <summary>Sets the resolvers of a field whose value is an expression over its parent.</summary>
    public static void Set(FieldDefinition field, ParameterExpression parent, Expression value, IdTarget? id)
    {
        Expression boxed = id is null
            ? Expression.Convert(value, typeof(object))
            : OutputIds.FormatExpression(value, id)
                ?? Expression.Invoke(
                    Expression.Constant(
                        (Func<object?, object?>)(raw => raw is null ? null : OutputIds.Format(raw, id))
                    ),
                    Expression.Convert(value, typeof(object))
                );
        var pure = Expression.Lambda<PureResolver>(Expression.Convert(boxed, typeof(object)), parent).Compile();
        field.Pure = pure;
        field.Resolver = context => new ValueTask<object?>(pure(context.Parent!));
        field.WriteLeaf = LeafWriter(field, parent, id is null ? value : boxed);
    }

    private static LeafWriter? LeafWriter(FieldDefinition field, ParameterExpression parent, Expression value)
    {
        var buffer = Expression.Parameter(typeof(JsonBuffer), "buffer");
        var core = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (field.Type.Nullable is not NamedType { IsLeaf: true } leaf || Write(leaf, buffer, core) is not { } write)
        {
            return null;
        }

        var read = Expression.Variable(value.Type, "value");
        Expression isNull = value.Type.IsValueType
            ? core == value.Type
                ? Expression.Constant(false)
                : Expression.Not(Expression.Property(read, "HasValue"))
            : Expression.Equal(read, Expression.Constant(null, value.Type));
        var body = Expression.Block(
            [read],
            Expression.Assign(read, value),
            Expression.Condition(
                isNull,
                Expression.Constant(false),
                Expression.Block(
                    write(core == value.Type ? read : Expression.Convert(read, core)),
                    Expression.Constant(true)
                )
            )
        );
        return Expression.Lambda<LeafWriter>(body, parent, buffer).Compile();
    }

    // Writes without boxing when the scalar's own C# type is at hand, or a smaller whole number.
    private static Func<Expression, Expression>? Write(NamedType leaf, ParameterExpression buffer, Type core)
    {
        if (leaf is EnumType enumType)
        {
            var writer = EnumWriterMethod.MakeGenericMethod(core).Invoke(null, [enumType])!;
            return value => Expression.Invoke(Expression.Constant(writer), buffer, value);
        }

        var runtimeType = leaf.RuntimeType!;
        var isSmaller =
            (
                runtimeType == typeof(int)
                && (core == typeof(short) || core == typeof(byte) || core == typeof(sbyte) || core == typeof(ushort))
            ) || (runtimeType == typeof(long) && core == typeof(uint));
        if (
            !typeof(ScalarType<>).MakeGenericType(runtimeType).IsInstanceOfType(leaf)
            || (core != runtimeType && !isSmaller)
        )
        {
            return null;
        }

        return value =>
            Expression.Call(
                Expression.Constant(leaf, typeof(ScalarType<>).MakeGenericType(runtimeType)),
                nameof(ScalarType<int>.WriteValue),
                null,
                buffer,
                core == runtimeType ? value : Expression.Convert(value, runtimeType)
            );
    }

    private static Action<JsonBuffer, T> EnumWriter<T>(EnumType type)
        where T : struct, Enum
    {
        var names = type.Values.ToDictionary(value => (T)value.Value, value => value.Json.ToArray());
        return (buffer, value) =>
        {
            if (!names.TryGetValue(value, out var json))
            {
                throw new ScalarCoercionException($"Enum \"{type}\" cannot represent value: {value}");
            }

            buffer.WriteRaw(json);
        };
    }
}
