using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL;

/// <summary>Says what a GraphQL server consists of; made by <see cref="GraphQLServiceCollectionExtensions.AddGraphQLServer"/>.</summary>
public sealed class GraphQLServerBuilder
{
    private readonly GraphQLServerConfiguration configuration;

    internal GraphQLServerBuilder(IServiceCollection services, GraphQLServerConfiguration configuration)
    {
        Services = services;
        this.configuration = configuration;
    }

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Takes every attributed class of the assembly.</summary>
    public GraphQLServerBuilder AddTypes(Assembly assembly)
    {
        foreach (
            var type in assembly
                .GetTypes()
                .Where(AuthoringClasses.IsAuthored)
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
        )
        {
            configuration.AddClass(type);
        }

        return this;
    }

    /// <summary>Takes one attributed class, or a class, record or enum that the schema should have though no field leads to it.</summary>
    public GraphQLServerBuilder AddType<T>() => AddType(typeof(T));

    /// <summary>Takes one attributed class; for static classes, which cannot be type arguments.</summary>
    public GraphQLServerBuilder AddType(Type type)
    {
        configuration.AddClass(type);
        return this;
    }

    /// <summary>Lets the C# type <paramref name="runtimeType"/> appear as that scalar; goes before the built-in ones.</summary>
    public GraphQLServerBuilder AddScalar(ScalarType scalar, Type runtimeType)
    {
        configuration.Scalars[runtimeType] = scalar;
        return this;
    }

    /// <summary>Changes limits and switches.</summary>
    public GraphQLServerBuilder ModifyOptions(Action<GraphQLOptions> modify)
    {
        modify(configuration.Options);
        return this;
    }

    /// <summary>Puts a step around each whole operation: a query, a mutation, one event of a subscription. The first added is the outermost.</summary>
    public GraphQLServerBuilder UseOperation(OperationMiddleware middleware)
    {
        configuration.OperationMiddleware.Add(middleware);
        return this;
    }

    /// <summary>Puts a step around the resolver of each root field of mutations, inside the errors convention. The first added is the outermost.</summary>
    public GraphQLServerBuilder UseMutationField(MutationFieldMiddleware middleware)
    {
        configuration.MutationFieldMiddleware.Add(middleware);
        return this;
    }

    /// <summary>Lets <typeparamref name="T"/> see and change each error before it reaches the client.</summary>
    public GraphQLServerBuilder AddErrorFilter<T>()
        where T : class, IErrorFilter
    {
        Services.AddSingleton<IErrorFilter, T>();
        return this;
    }

    /// <summary>Lets <typeparamref name="T"/> decide the rules of <see cref="AuthorizeAttribute"/>.</summary>
    public GraphQLServerBuilder AddAuthorizer<T>()
        where T : class, IFieldAuthorizer
    {
        Services.AddScoped<IFieldAuthorizer, T>();
        return this;
    }
}
