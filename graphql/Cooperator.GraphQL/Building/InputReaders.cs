using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Makes the converters from canonical input values to C# types. Reflection happens here, once.</summary>
internal static class InputReaders
{
    private static readonly MethodInfo OptionalOfMethod = Method(nameof(OptionalOf));
    private static readonly MethodInfo PresentOfMethod = Method(nameof(PresentOf));
    private static readonly MethodInfo ListOfMethod = Method(nameof(ListOf));

    /// <summary>The converter to a C# type; null when the canonical value is right as it is.</summary>
    /// <param name="target">The type of the parameter or property, <c>Nullable&lt;&gt;</c> and <see cref="Optional{T}"/> included.</param>
    /// <param name="type">Its GraphQL type.</param>
    /// <param name="id">Whether it is a global id.</param>
    /// <param name="record">The reader of an input object type's C# record.</param>
    /// <param name="admitsNull">Whether an <see cref="Optional{T}"/> that is present may be null.</param>
    public static InputConverter? For(
        Type target,
        GraphQLType type,
        IdTarget? id,
        Func<InputObjectType, InputConverter> record,
        bool admitsNull = true
    )
    {
        if (target.IsGenericType && target.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            var inner = target.GetGenericArguments()[0];
            return Make(admitsNull ? OptionalOfMethod : PresentOfMethod, inner, For(inner, type, id, record));
        }

        var core = Nullable.GetUnderlyingType(target) ?? target;
        if (type.Nullable is ListType list)
        {
            var itemType =
                TypeShape.ItemType(core)
                ?? throw new SchemaException($"{core.FullName} is no list of {list.ItemType}.");
            return Make(ListOfMethod, itemType, For(itemType, list.ItemType, id, record), core);
        }

        return id is not null
            ? Id(core, id)
            : type.Named switch
            {
                InputObjectType inputObject => record(inputObject),
                ScalarType scalar when scalar.RuntimeType != core => Number(core, scalar),
                _ => null,
            };
    }

    private static InputConverter? Id(Type core, IdTarget id) =>
        core == typeof(Guid) ? value => value is string text ? NodeIds.ParseGuid(text, id.TypeName) : null
        : core == typeof(long) ? value => value is string text ? NodeIds.ParseInt64(text, id.TypeName) : null
        : core == typeof(int)
            ? value => value is string text ? checked((int)NodeIds.ParseInt64(text, id.TypeName)) : null
        : core == typeof(string)
            // Without a type it is whatever the author means by it.
            ? id.TypeName is null ? null
                : value => value is string text ? NodeIds.ParseString(text, id.TypeName) : null
        : throw new SchemaException($"{core.FullName} cannot be an ID: use Guid, string, long or int.");

    private static InputConverter Number(Type core, ScalarType scalar)
    {
        if (!core.IsPrimitive || scalar.RuntimeType is not { IsPrimitive: true })
        {
            throw new SchemaException($"The scalar \"{scalar}\" cannot be read as {core.FullName}.");
        }

        return value =>
        {
            try
            {
                var number = value is null ? null : Convert.ChangeType(value, core, CultureInfo.InvariantCulture);
                if (number is not (float.PositiveInfinity or float.NegativeInfinity))
                {
                    return number;
                }
            }
            catch (OverflowException)
            {
                // As infinity above: the scalar holds more than the C# type.
            }

            throw new GraphQLException($"{InspectedValue.Of(value)} is out of range.");
        };
    }

    private static InputConverter OptionalOf<T>(InputConverter? inner, Type? _) =>
        value => new Optional<T>((T?)(inner is null ? value : inner(value)));

    private static InputConverter PresentOf<T>(InputConverter? inner, Type? _) =>
        value =>
            (inner is null ? value : inner(value)) is { } present
                ? new Optional<T>((T)present)
                : throw new GraphQLException(
                    "Expected a value that is not null; leave the field out to keep what is there."
                );

    private static InputConverter ListOf<T>(InputConverter? item, Type? target)
    {
        if (target!.IsAssignableFrom(typeof(T[])))
        {
            return value => value is List<object?> list ? ToArray(list) : null;
        }

        if (target.IsAssignableFrom(typeof(List<T>)))
        {
            return value => value is List<object?> list ? new List<T>(ToArray(list)) : null;
        }

        if (target.IsAssignableFrom(typeof(HashSet<T>)))
        {
            return value => value is List<object?> list ? new HashSet<T>(ToArray(list)) : null;
        }

        if (target == typeof(ImmutableArray<T>))
        {
            return value => value is List<object?> list ? ImmutableArray.Create(ToArray(list)) : null;
        }

        throw new SchemaException(
            $"{target.FullName} cannot be read from a list: use an array, List<T>, IReadOnlyList<T>, HashSet<T> or ImmutableArray<T>."
        );

        T[] ToArray(List<object?> list)
        {
            var array = new T[list.Count];
            for (var index = 0; index < array.Length; index++)
            {
                array[index] = (T)(item is null ? list[index] : item(list[index]))!;
            }

            return array;
        }
    }

    private static InputConverter Make(MethodInfo generic, Type argument, InputConverter? inner, Type? target = null) =>
        (InputConverter)
            generic
                .MakeGenericMethod(argument)
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [inner, target], null)!;

    private static MethodInfo Method(string name) =>
        typeof(InputReaders).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
