using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Mutations;

/// <summary>Makes the object types of declared refusals: a code, a message, and the facts the exception class declares.</summary>
internal sealed class ErrorTypes(TypeRegistry registry, IdTargets ids)
{
    private readonly Dictionary<Type, ObjectType> made = [];
    private InterfaceType? errorInterface;

    /// <summary>The type of a refusal.</summary>
    public ObjectType For(Type exception)
    {
        if (made.TryGetValue(exception, out var known))
        {
            return known;
        }

        if (exception.IsAbstract)
        {
            throw new SchemaException(
                $"[Error<{exception.Name}>]: an abstract exception is no refusal; declare those derived from it."
            );
        }

        var type = registry.Add(new ObjectType(Names.ErrorType(exception)), exception.FullName!);
        AuthorizeRules.RefuseForeign(exception);
        made.Add(exception, type);
        type.RuntimeType = exception;
        type.Description = Descriptions.Of(exception);
        type.Interfaces = new NamedList<InterfaceType>([Interface()]);
        registry.Later(() => Complete(type, exception));
        return type;
    }

    private InterfaceType Interface()
    {
        if (errorInterface is not null)
        {
            return errorInterface;
        }

        errorInterface = registry.Add(new InterfaceType("Error"), "the mutation convention");
        errorInterface.Description = "Why a mutation was refused.";
        errorInterface.Fields = new NamedList<FieldDefinition>(Common(errorInterface));
        return errorInterface;
    }

    private void Complete(ObjectType type, Type exception)
    {
        var common = Common(type).ToList();
        var parent = Expression.Parameter(typeof(object), "parent");
        SetCode(common[0], exception, parent);
        PureFields.Set(
            common[1],
            parent,
            Expression.Property(Expression.Convert(parent, typeof(Exception)), nameof(Exception.Message)),
            id: null
        );

        var facts = PublicProperties
            .Of(exception)
            .Where(property =>
                property.DeclaringType!.Assembly != typeof(Exception).Assembly
                && !property.IsDefined(typeof(GraphQLIgnoreAttribute))
                && !common.Exists(field => field.Name == Names.Field(property))
                && property.GetMethod?.GetBaseDefinition().DeclaringType != typeof(Exception)
            )
            .Select(property => Fact(property, exception, type));
        type.Fields = new NamedList<FieldDefinition>(common.Concat(facts));
        foreach (var field in type.Fields)
        {
            field.DeclaringType = type;
        }
    }

    // The class names the refusal, unless it stands for several: then each says itself which one it is.
    private static void SetCode(FieldDefinition field, Type exception, ParameterExpression parent)
    {
        if (
            PublicProperties.Of(exception).FirstOrDefault(property => property.Name == "Code") is { } own
            && own.PropertyType == typeof(string)
        )
        {
            PureFields.Set(field, parent, Expression.Property(Expression.Convert(parent, exception), own), id: null);
            return;
        }

        var code = Names.ErrorCode(exception);
        field.Pure = _ => code;
        field.WriteLeaf = (_, buffer) =>
        {
            buffer.WriteString(code);
            return true;
        };
        field.Resolver = _ => new ValueTask<object?>(code);
    }

    private FieldDefinition Fact(PropertyInfo property, Type exception, ObjectType type)
    {
        try
        {
            var id = ids.Of(property, exception, type.Name);
            return PureFields.Create(
                property,
                exception,
                registry.Output(TypeShape.Of(property), id is not null),
                id,
                AuthorizeRules.Of(property, exception)
            );
        }
        catch (SchemaException fault)
        {
            throw new SchemaException($"{exception.Name}.{property.Name}: {fault.Message}");
        }
    }

    private static IEnumerable<FieldDefinition> Common(NamedType owner) =>
        [
            new FieldDefinition("code", BuiltInScalars.String.NonNull())
            {
                DeclaringType = owner,
                Description = "Stable for ever; for programs.",
            },
            new FieldDefinition("message", BuiltInScalars.String.NonNull())
            {
                DeclaringType = owner,
                Description = "What happened, in English.",
            },
        ];
}
