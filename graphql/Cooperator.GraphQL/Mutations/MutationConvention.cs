using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Mutations;

/// <summary>
/// Makes mutation fields of plain methods: the arguments become one input, the result a field of a payload, and the refusals declared by
/// <see cref="ErrorAttribute{TException}"/> its typed errors.
/// </summary>
internal sealed class MutationConvention(
    TypeRegistry registry,
    InputRecords records,
    ParameterBinder binder,
    FieldFactory fields,
    ErrorTypes errors,
    IdTargets ids,
    IReadOnlyList<MutationFieldMiddleware> middleware
)
{
    public FieldDefinition Create(MethodInfo method, string name)
    {
        var settings =
            method.GetCustomAttribute<UseMutationConventionAttribute>() ?? new UseMutationConventionAttribute();
        if (settings.Disable)
        {
            var plain = fields.Create(method, name);
            plain.Resolver = WithMiddleware(plain.Resolver);
            plain.Pure = null;
            plain.WriteLeaf = null;
            return plain;
        }

        var declared = DeclaredErrors.Of(method);
        var parameters = method.GetParameters().Where(binder.IsArgument).ToList();
        var (input, read) = Input(name, method, parameters);
        var field = new FieldDefinition(
            name,
            Payload(name, method, settings, declared).NonNull(),
            input is null ? null : [input]
        )
        {
            Member = method,
            Description = Descriptions.Of(method),
            DeprecationReason = method.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Cost = method.GetCustomAttribute<CostAttribute>()?.Weight,
            Authorization = AuthorizeRules.Of(method, method.DeclaringType!),
        };
        field.Resolver = WithErrors(WithMiddleware(Resolver(method, read)), declared);
        return field;
    }

    private FieldResolver Resolver(MethodInfo method, Func<ParameterInfo, Func<ParameterExpression, Expression>> read)
    {
        var resolver = fields.Compile(method, read);
        var result = TypeShape.OfResult(method).Type;
        return TypeShape.IsAsyncSequence(result)
            ? ResolverResults.Materialize(resolver, TypeShape.ItemType(result)!)
            : resolver;
    }

    private FieldResolver WithMiddleware(FieldResolver resolver)
    {
        foreach (var step in middleware.Reverse())
        {
            var next = resolver;
            resolver = context => step(context, next);
        }

        return resolver;
    }

    private static FieldResolver WithErrors(FieldResolver resolver, DeclaredErrors declared) =>
        async context =>
        {
            IReadOnlyList<Exception>? refusals = null;
            try
            {
                return new MutationPayload(await resolver(context).ConfigureAwait(false), Errors: null);
            }
            catch (Exception exception) when ((refusals = declared.Find(exception)) is not null)
            {
                // Declared refusals are data; everything else goes on as a top-level error.
                return new MutationPayload(Result: null, refusals);
            }
        };

    private (InputValueDefinition? Input, Func<ParameterInfo, Func<ParameterExpression, Expression>> Read) Input(
        string name,
        MethodInfo method,
        List<ParameterInfo> parameters
    )
    {
        if (parameters.Count == 0)
        {
            return (null, parameter => throw new SchemaException($"{parameter.Name} is no argument."));
        }

        if (parameters is [var single] && IsInputRecord(single))
        {
            var shape = TypeShape.Of(single);
            var argument = new InputValueDefinition("input", registry.Input(shape, isId: false))
            {
                Convert = InputReaders.For(
                    single.ParameterType,
                    registry.Input(shape, isId: false),
                    id: null,
                    records.Reader
                ),
            };
            return (argument, parameter => context => ParameterBinder.ReadArgument(context, parameter, argument));
        }

        var type = registry.Add(
            new InputObjectType($"{Names.Pascal(name)}Input"),
            $"{method.DeclaringType!.Name}.{method.Name}"
        );
        // By position: reflection may hand out another object for the same parameter, when two schemas are built at once.
        var definitions = parameters.ToDictionary(
            parameter => parameter.Position,
            parameter => records.Define(parameter)
        );
        type.Fields = new NamedList<InputValueDefinition>(definitions.Values);
        return (
            new InputValueDefinition("input", type.NonNull()),
            parameter =>
                context =>
                    InputRecords.ReadField(
                        Expression.Convert(
                            Expression.Call(context, "ArgumentAt", null, Expression.Constant(0)),
                            typeof(Dictionary<string, object?>)
                        ),
                        definitions[parameter.Position],
                        parameter.ParameterType
                    )
        );
    }

    private bool IsInputRecord(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return Names.WithoutArity(type).EndsWith("Input", StringComparison.Ordinal)
            && TypeShape.ItemType(type) is null
            && registry.NamedInput(type) is InputObjectType;
    }

    private ObjectType Payload(
        string name,
        MethodInfo method,
        UseMutationConventionAttribute settings,
        DeclaredErrors declared
    )
    {
        var owner = $"{method.DeclaringType!.Name}.{method.Name}";
        var payload = registry.Add(new ObjectType($"{Names.Pascal(name)}Payload"), owner);
        payload.Description = $"What `{name}` came to.";
        var payloadFields = ResultFields(method, settings);
        if (declared.Types.Count > 0)
        {
            var union = registry.Add(new UnionType($"{Names.Pascal(name)}Error"), owner);
            union.Description = $"Why `{name}` may be refused.";
            union.Types = new NamedList<ObjectType>(declared.Types.Select(errors.For));
            payloadFields.Add(
                Field(
                    "errors",
                    union.NonNull().List(),
                    result => result.Errors,
                    "Why it was refused; null when it was done."
                )
            );
        }

        payload.Fields = new NamedList<FieldDefinition>(payloadFields);
        foreach (var field in payload.Fields)
        {
            field.DeclaringType = payload;
        }

        return payload;
    }

    private List<FieldDefinition> ResultFields(MethodInfo method, UseMutationConventionAttribute settings)
    {
        var shape = TypeShape.OfResult(method);
        if (
            settings.PayloadFieldName is null
            && shape.Item is null
            && Names.WithoutArity(shape.Type).EndsWith("Payload", StringComparison.Ordinal)
        )
        {
            // A record made for the purpose: its properties are the payload's fields.
            AuthorizeRules.RefuseForeign(shape.Type);
            return
            [
                .. PublicProperties
                    .Of(shape.Type)
                    .Where(property =>
                        property.GetMethod is { IsPublic: true } && !property.IsDefined(typeof(GraphQLIgnoreAttribute))
                    )
                    .Select(property => PayloadProperty(property, shape.Type)),
            ];
        }

        var id = ids.Of(method) ?? ids.Of(method.ReturnParameter);
        if (id is not null)
        {
            OutputIds.Check(shape.Type, id);
        }

        var type = registry.Output(shape with { IsNullable = true }, id is not null);
        var name = settings.PayloadFieldName ?? Names.Camel(type.Named.Name) + (shape.Item is null ? "" : "s");
        return
        [
            Field(
                name,
                type,
                payload =>
                    id is null || payload.Result is not { } result ? payload.Result : OutputIds.Format(result, id),
                "What was changed; null when it was refused."
            ),
        ];
    }

    private FieldDefinition PayloadProperty(PropertyInfo property, Type record)
    {
        try
        {
            // Not by the payload's own name: what has an id is something else.
            var id = ids.Of((ICustomAttributeProvider)property);
            return PureFields.Create(
                property,
                registry.Output(TypeShape.Of(property) with { IsNullable = true }, id is not null),
                id,
                AuthorizeRules.Of(property, record),
                payload => ReadResult(payload, record, property)
            );
        }
        catch (SchemaException fault)
        {
            throw new SchemaException($"{record.Name}.{property.Name}: {fault.Message}");
        }
    }

    // Null when the mutation was refused and there is no record.
    private static ConditionalExpression ReadResult(Expression payload, Type record, PropertyInfo property)
    {
        var result = Expression.Property(
            Expression.Convert(payload, typeof(MutationPayload)),
            nameof(MutationPayload.Result)
        );
        var value = Expression.Property(Expression.Convert(result, record), property);
        var type =
            value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
                ? typeof(Nullable<>).MakeGenericType(value.Type)
                : value.Type;
        return Expression.Condition(
            Expression.Equal(result, Expression.Constant(null)),
            Expression.Default(type),
            Expression.Convert(value, type)
        );
    }

    private static FieldDefinition Field(
        string name,
        GraphQLType type,
        Func<MutationPayload, object?> read,
        string? description
    ) =>
        new(name, type)
        {
            Description = description,
            Pure = parent => read((MutationPayload)parent),
            Resolver = context => new ValueTask<object?>(read((MutationPayload)context.Parent!)),
        };
}
