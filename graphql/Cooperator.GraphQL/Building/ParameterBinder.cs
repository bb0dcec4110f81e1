using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Querying;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Building;

/// <summary>Decides where each parameter of a resolver comes from, and makes the expression that reads it.</summary>
internal sealed class ParameterBinder(TypeRegistry registry, IServiceProviderIsService services)
{
    private static readonly MethodInfo GetService = typeof(ServiceProviderServiceExtensions).GetMethod(
        nameof(ServiceProviderServiceExtensions.GetRequiredService),
        1,
        [typeof(IServiceProvider)]
    )!;

    private static readonly MethodInfo GetLoader = typeof(ResolverContext).GetMethod(
        nameof(ResolverContext.DataLoader)
    )!;

    private static readonly MethodInfo ReadArgumentMethod = typeof(ParameterBinder).GetMethod(
        nameof(ReadArgument),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Whether the parameter is an argument of the field.</summary>
    public bool IsArgument(ParameterInfo parameter) => FindSource(parameter) is null;

    /// <summary>Whether the parameter is the object whose field is resolved.</summary>
    public static bool IsParent(ParameterInfo parameter) => parameter.IsDefined(typeof(ParentAttribute));

    /// <summary>The expression that reads a parameter which is no argument; null when it is one.</summary>
    public Func<ParameterExpression, Expression>? FindSource(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return IsParent(parameter) ? Cast(nameof(ResolverContext.Parent), type)
            : parameter.IsDefined(typeof(EventMessageAttribute)) ? Cast(nameof(ResolverContext.EventMessage), type)
            : parameter.GetCustomAttribute<IsSelectedAttribute>() is { } selected ? IsSelected(selected)
            : type == typeof(ResolverContext) ? context => context
            : type == typeof(CancellationToken) ? Property(nameof(ResolverContext.CancellationToken))
            : type == typeof(ClaimsPrincipal) ? Property(nameof(ResolverContext.User))
            : type == typeof(OperationContext) ? Property(nameof(ResolverContext.Operation))
            : type == typeof(Schema) ? Property(nameof(ResolverContext.Schema))
            : type == typeof(IServiceProvider) ? Property(nameof(ResolverContext.Services))
            : type == typeof(PagingArguments) ? Paging(parameter)
            : typeof(DataLoader).IsAssignableFrom(type)
                ? context => Expression.Call(context, GetLoader.MakeGenericMethod(type))
            : parameter.IsDefined(typeof(ServiceAttribute)) || IsService(type)
                ? context =>
                    Expression.Call(
                        GetService.MakeGenericMethod(type),
                        Expression.Property(context, nameof(ResolverContext.Services))
                    )
            : null;
    }

    /// <summary>The expression that reads a parameter which is an argument of the field.</summary>
    public static Expression ReadArgument(
        ParameterExpression context,
        ParameterInfo parameter,
        InputValueDefinition definition
    ) =>
        Expression.Call(
            ReadArgumentMethod.MakeGenericMethod(parameter.ParameterType),
            context,
            Expression.Constant(definition.Index)
        );

    private bool IsService(Type type) =>
        !type.IsValueType && !registry.IsScalar(type) && TypeShape.ItemType(type) is null && services.IsService(type);

    private static Func<ParameterExpression, Expression> Property(string name) =>
        context => Expression.Property(context, name);

    private static Func<ParameterExpression, Expression> Cast(string name, Type type) =>
        context => Expression.Convert(Expression.Property(context, name), type);

    private static Func<ParameterExpression, Expression> IsSelected(IsSelectedAttribute selected) =>
        context =>
            selected
                .Fields.Select(field =>
                    (Expression)
                        Expression.Call(context, nameof(ResolverContext.IsSelected), null, Expression.Constant(field))
                )
                .Aggregate(Expression.OrElse);

    private static Func<ParameterExpression, Expression> Paging(ParameterInfo parameter)
    {
        var settings = parameter.Member.GetCustomAttribute<UsePagingAttribute>() ?? new UsePagingAttribute();
        return context =>
            Expression.Call(
                typeof(PagingArguments),
                nameof(PagingArguments.Read),
                null,
                context,
                Expression.Constant(settings)
            );
    }

    private static T ReadArgument<T>(ResolverContext context, int index) =>
        context.ArgumentAt(index) is { } value ? (T)value : default!;
}
