using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Querying;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Makes fields of static methods.</summary>
internal sealed class FieldFactory(
    TypeRegistry registry,
    IdTargets ids,
    InputRecords records,
    ParameterBinder binder,
    ConnectionTypes connections,
    QueryArguments queryArguments
)
{
    /// <summary>Makes a field of a query type, an object type or, without the convention, of a mutation type.</summary>
    public FieldDefinition Create(MethodInfo method, string name, IdTarget? argumentId = null)
    {
        var shape = TypeShape.OfResult(method);
        var paging = Paging(method, shape);
        if (
            paging is null
            && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PagingArguments))
        )
        {
            throw new SchemaException("PagingArguments need a method that returns Connection<T>.");
        }

        var arguments = new List<InputValueDefinition>();
        var filter = queryArguments.Filter(method, shape);
        var order = queryArguments.Order(method, shape);
        if (paging is not null)
        {
            arguments.AddRange(PagingArguments.Define());
        }

        arguments.AddRange(new[] { filter?.Argument, order?.Argument }.OfType<InputValueDefinition>());
        // By position: while several schemas are built at once, asking again may give other reflection objects.
        var own = method
            .GetParameters()
            .Where(binder.IsArgument)
            .ToDictionary(parameter => parameter.Position, parameter => records.Define(parameter, argumentId));
        arguments.AddRange(own.Values);

        var id = ids.Of(method) ?? ids.Of(method.ReturnParameter);
        if (id is not null)
        {
            OutputIds.Check(shape.Type, id);
        }

        var type = paging is not null
            ? connections.For(ItemShape(method, shape), paging)
            : registry.Output(shape, id is not null);
        var field = new FieldDefinition(name, type, arguments)
        {
            Member = method,
            Description = Descriptions.Of(method),
            DeprecationReason = method.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Cost = method.GetCustomAttribute<CostAttribute>()?.Weight,
            ListSize = ListSizes.Of(method, arguments) ?? PageSize(paging),
            IsSameForAll = method.IsDefined(typeof(SameForAllAttribute)),
            Authorization = AuthorizeRules.Of(method, method.DeclaringType!),
        };

        var resolver = Compile(
            method,
            parameter => context => ParameterBinder.ReadArgument(context, parameter, own[parameter.Position])
        );
        field.Resolver = Finish(resolver, shape, id, paging, filter, order);
        if (paging is null && field.Authorization.Count == 0)
        {
            SetPure(field, method, shape, id);
        }

        return field;
    }

    /// <summary>Compiles a method to a resolver; <paramref name="readArgument"/> gives the parameters that are arguments.</summary>
    public FieldResolver Compile(
        MethodInfo method,
        Func<ParameterInfo, Func<ParameterExpression, Expression>> readArgument
    )
    {
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var values = method
            .GetParameters()
            .Select(parameter => (binder.FindSource(parameter) ?? readArgument(parameter))(context));
        return Expression
            .Lambda<FieldResolver>(ResolverResults.Adapt(Expression.Call(method, values)), context)
            .Compile();
    }

    /// <summary>The expression that reads a parameter of another method of the field: its arguments are found by name.</summary>
    public Expression Read(ParameterExpression context, ParameterInfo parameter, FieldDefinition field) =>
        binder.FindSource(parameter) is { } source ? source(context)
        : field.Arguments.Find(Names.Argument(parameter)) is { } definition
            ? ParameterBinder.ReadArgument(context, parameter, definition)
        : throw new SchemaException(
            $"The parameter \"{parameter.Name}\" of {parameter.Member.Name} is no argument of \"{field.Name}\"."
        );

    /// <summary>Compiles a method whose only argument is handed over beside the context.</summary>
    public Func<ResolverContext, object?, ValueTask<object?>> CompileLookup(MethodInfo method)
    {
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var argument = Expression.Parameter(typeof(object), "argument");
        var values = method
            .GetParameters()
            .Select(parameter =>
                binder.FindSource(parameter) is { } source
                    ? source(context)
                    : Expression.Convert(argument, parameter.ParameterType)
            );
        return Expression
            .Lambda<Func<ResolverContext, object?, ValueTask<object?>>>(
                ResolverResults.Adapt(Expression.Call(method, values)),
                context,
                argument
            )
            .Compile();
    }

    private static FieldResolver Finish(
        FieldResolver resolver,
        TypeShape shape,
        IdTarget? id,
        UsePagingAttribute? paging,
        QueryArguments.Applied? filter,
        QueryArguments.Applied? order
    )
    {
        if (filter is not null)
        {
            resolver = filter.Apply(resolver);
        }

        if (order is not null)
        {
            resolver = order.Apply(resolver);
        }

        if (id is not null)
        {
            return ResolverResults.Then(resolver, value => OutputIds.Format(value, id));
        }

        if (shape.Item is { } item && IsSequence(shape.Type))
        {
            return paging is null
                ? ResolverResults.Materialize(resolver, TypeShape.ItemType(shape.Type)!)
                : KeysetPaging.Apply(resolver, item.Type, paging);
        }

        return resolver;
    }

    // A method of the parent alone that answers at once is as good as a property.
    private static void SetPure(FieldDefinition field, MethodInfo method, TypeShape shape, IdTarget? id)
    {
        if (
            method.GetParameters() is not [var single]
            || !ParameterBinder.IsParent(single)
            || (
                method.ReturnType.IsGenericType
                && shape.Type != (Nullable.GetUnderlyingType(method.ReturnType) ?? method.ReturnType)
            )
            || IsSequence(method.ReturnType)
        )
        {
            return;
        }

        var parent = Expression.Parameter(typeof(object), "parent");
        var value = Expression.Call(method, Expression.Convert(parent, single.ParameterType));
        PureFields.Set(field, parent, value, id);
    }

    private static bool IsSequence(Type type) =>
        typeof(IQueryable).IsAssignableFrom(type)
        || (
            TypeShape.ItemType(type) is { } item
            && typeof(IAsyncEnumerable<>).MakeGenericType(item).IsAssignableFrom(type)
        );

    private static UsePagingAttribute? Paging(MethodInfo method, TypeShape shape)
    {
        var paging = method.GetCustomAttribute<UsePagingAttribute>();
        if (IsConnection(shape.Type))
        {
            return paging ?? new UsePagingAttribute();
        }

        // A sequence that comes item by item cannot be asked for a page.
        return paging is null || typeof(IQueryable).IsAssignableFrom(shape.Type)
            ? paging
            : throw new SchemaException("[UsePaging] needs a method that returns IQueryable<T> or Connection<T>.");
    }

    private static bool IsConnection(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Connection<>);

    // The items of Connection<T> are described by its type argument, which is found in the method's result again.
    private static TypeShape ItemShape(MethodInfo method, TypeShape shape) =>
        shape.Item ?? new TypeShape(shape.Type.GetGenericArguments()[0], IsNullable: false, null);

    private static ListSize? PageSize(UsePagingAttribute? paging) =>
        paging is null ? null : new ListSize(paging.DefaultPageSize, ["first", "last"], ["edges", "nodes"]);
}
