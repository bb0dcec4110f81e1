using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Querying;

/// <summary>The conditions one property may be asked for.</summary>
internal sealed class FilterProperty
{
    private static readonly MethodInfo ContainsMethod = typeof(Enumerable)
        .GetMethods()
        .Single(method => method.Name == nameof(Enumerable.Contains) && method.GetParameters().Length == 2);

    private static readonly MethodInfo StringContains = StringMethod(nameof(string.Contains));
    private static readonly MethodInfo StringStartsWith = StringMethod(nameof(string.StartsWith));
    private static readonly MethodInfo StringEndsWith = StringMethod(nameof(string.EndsWith));

    private readonly PropertyPath path;
    private readonly MethodInfo contains;
    private readonly Type nullableType;
    private readonly InputConverter? convert;
    private readonly InputConverter? convertList;

    public FilterProperty(PropertyPath path, TypeRegistry registry, IdTargets ids, InputRecords records)
    {
        this.path = path;
        var property = path.Property;
        var shape = TypeShape.Of(property);
        // The id of an entity is a global id in a filter as it is in a field.
        var id = ids.Of(property, property.ReflectedType!, registry.ObjectName(property.ReflectedType!));
        if (shape.Item is not null || (id is null && registry.NamedInput(shape.Type) is not { IsLeaf: true }))
        {
            throw new SchemaException(
                $"{property.DeclaringType!.Name}.{property.Name} cannot be filtered by: it is no single value."
            );
        }

        var leaf = id is not null ? BuiltInScalars.ID : registry.NamedInput(shape.Type);
        convert = InputReaders.For(property.PropertyType, leaf, id, records.Reader);
        convertList = InputReaders.For(
            property.PropertyType.MakeArrayType(),
            leaf.NonNull().List(),
            id,
            records.Reader
        );
        Type = OperationsType(registry, leaf, property.PropertyType);
        CheckOperations(property);
        contains = ContainsMethod.MakeGenericMethod(property.PropertyType);
        nullableType = Nullable(property.PropertyType);
    }

    public string Name => path.Name;

    /// <summary>The input with the operations of this kind of value.</summary>
    public InputObjectType Type { get; }

    /// <summary>The condition that a client's operations mean; null when there are none.</summary>
    public Expression? Condition(Expression item, Dictionary<string, object?> operations)
    {
        var member = path.Read(item);
        Expression? all = null;
        foreach (var (operation, value) in operations)
        {
            var condition = Operation(member, operation, value);
            all = all is null ? condition : Expression.AndAlso(all, condition);
        }

        return all;
    }

    private Expression Operation(Expression member, string operation, object? value)
    {
        if (operation is not ("eq" or "neq") && value is null)
        {
            throw new GraphQLException($"The operation \"{operation}\" of \"{Name}\" cannot be asked for null.");
        }

        if (operation is "in" or "nin")
        {
            var isIn = Expression.Call(
                contains,
                QueryParameter.Of(convertList!(value), member.Type.MakeArrayType()),
                member
            );
            return operation == "in" ? isIn : Expression.Not(isIn);
        }

        Expression given = value is null
            ? Expression.Constant(null, nullableType)
            : QueryParameter.Of(convert is null ? value : convert(value), member.Type);
        if (value is null && member.Type != given.Type)
        {
            member = Expression.Convert(member, given.Type);
        }

        return operation switch
        {
            "eq" => Expression.Equal(member, given),
            "neq" => Expression.NotEqual(member, given),
            "gt" => Expression.GreaterThan(member, given),
            "gte" => Expression.GreaterThanOrEqual(member, given),
            "lt" => Expression.LessThan(member, given),
            "lte" => Expression.LessThanOrEqual(member, given),
            "contains" => Expression.Call(member, StringContains, given),
            "startsWith" => Expression.Call(member, StringStartsWith, given),
            _ => Expression.Call(member, StringEndsWith, given),
        };
    }

    private static MethodInfo StringMethod(string name) => typeof(string).GetMethod(name, [typeof(string)])!;

    private static Type Nullable(Type type) =>
        type.IsValueType && System.Nullable.GetUnderlyingType(type) is null
            ? typeof(Nullable<>).MakeGenericType(type)
            : type;

    // Several C# types may share a scalar, and with it the operations.
    private void CheckOperations(PropertyInfo property)
    {
        foreach (var operation in Type.Fields)
        {
            if (!IsDefined(operation.Name, property.PropertyType))
            {
                throw new SchemaException(
                    $"{property.DeclaringType!.Name}.{property.Name} cannot be filtered by: C# does not know \"{operation.Name}\" of {property.PropertyType.Name}."
                );
            }
        }
    }

    private static bool IsDefined(string operation, Type type)
    {
        var value = Expression.Parameter(type);
        Func<Expression, Expression, Expression>? make = operation switch
        {
            "eq" or "neq" => Expression.Equal,
            "gt" or "gte" or "lt" or "lte" => Expression.LessThanOrEqual,
            _ => null,
        };
        try
        {
            make?.Invoke(value, value);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The only way to ask whether a type has an operator, built in or its own.
            return false;
        }
    }

    private static InputObjectType OperationsType(TypeRegistry registry, NamedType leaf, Type type)
    {
        var name = leaf.Name + "FilterInput";
        if (registry.Find(name) is InputObjectType known)
        {
            return known;
        }

        var operationsType = registry.Add(new InputObjectType(name), $"filters of {leaf.Name}");
        operationsType.Description = $"Conditions on a value of type `{leaf.Name}`: all that are given must hold.";
        string[] operations =
            leaf == BuiltInScalars.String ? ["eq", "neq", "in", "nin", "contains", "startsWith", "endsWith"]
            : leaf == BuiltInScalars.Boolean ? ["eq", "neq"]
            : leaf is EnumType
            || leaf == BuiltInScalars.ID
            || leaf == BuiltInScalars.UUID
            || leaf == BuiltInScalars.URL
            || !IsDefined("gt", type)
                ? ["eq", "neq", "in", "nin"]
            : ["eq", "neq", "in", "nin", "gt", "gte", "lt", "lte"];
        operationsType.Fields = new NamedList<InputValueDefinition>(
            operations.Select(operation => new InputValueDefinition(
                operation,
                operation is "in" or "nin" ? leaf.NonNull().List() : leaf
            ))
        );
        return operationsType;
    }
}
