using System.Reflection;
using Cooperator.GraphQL.Introspection;
using Cooperator.GraphQL.Mutations;
using Cooperator.GraphQL.Querying;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Subscriptions;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Building;

/// <summary>Builds a schema from attributed classes. All reflection and compilation of the server happens here, once.</summary>
internal sealed class AttributedSchema
{
    private readonly GraphQLServerConfiguration configuration;
    private readonly IServiceProviderIsService services;
    private readonly ObjectClasses objects;
    private readonly TypeRegistry registry;
    private readonly IdTargets ids;
    private readonly InputRecords records;
    private readonly FieldFactory fields;
    private readonly NodeFields nodes;
    private readonly MutationConvention mutations;
    private readonly SubscriptionFields subscriptions;
    private readonly List<MethodInfo> nodeResolvers;
    private readonly HashSet<Type> nodeTypes;
    private readonly List<string> faults = [];

    private AttributedSchema(GraphQLServerConfiguration configuration, IServiceProviderIsService services)
    {
        this.configuration = configuration;
        this.services = services;
        objects = new ObjectClasses(configuration.Classes);
        registry = new TypeRegistry(configuration.Scalars)
        {
            CompleteOutput = CompleteOutput,
            CompleteInput = (type, record) => records!.Complete(type, record),
            ObjectName = objects.Name,
        };
        nodeResolvers =
        [
            .. configuration
                .Classes.SelectMany(ObjectClasses.Methods)
                .Where(method => method.IsDefined(typeof(NodeResolverAttribute))),
        ];
        nodeTypes = [.. nodeResolvers.Select(NodeFields.NodeType)];
        ids = new IdTargets(objects.Name, nodeTypes);
        records = new InputRecords(registry, ids);
        var binder = new ParameterBinder(registry, services);
        fields = new FieldFactory(
            registry,
            ids,
            records,
            binder,
            new ConnectionTypes(registry),
            new QueryArguments(new FilterTypes(registry, ids, records), new SortTypes(registry))
        );
        nodes = new NodeFields(registry, fields, binder);
        subscriptions = new SubscriptionFields(fields);
        mutations = new MutationConvention(
            registry,
            records,
            binder,
            fields,
            new ErrorTypes(registry, ids),
            ids,
            configuration.MutationFieldMiddleware
        );
    }

    /// <exception cref="SchemaException">Something in the classes cannot be a schema; every fault is named.</exception>
    public static Schema Build(GraphQLServerConfiguration configuration, IServiceProviderIsService services) =>
        new AttributedSchema(configuration, services).Build();

    private Schema Build()
    {
        faults.AddRange(ClassChecks.Faults(configuration.Classes));
        var query = Root(
            "Query",
            typeof(QueryTypeAttribute),
            method => fields.Create(method, Names.Field(method), NodeArgument(method))
        );
        var mutation = Root(
            "Mutation",
            typeof(MutationTypeAttribute),
            method => mutations.Create(method, Names.Field(method))
        );
        var subscription = Root("Subscription", typeof(SubscriptionTypeAttribute), subscriptions.Create);
        foreach (var type in configuration.Classes.OrderByDescending(AuthoringClasses.IsAuthored))
        {
            Try(type.Name, () => Declare(type));
        }

        foreach (var method in nodeResolvers)
        {
            Try(
                Names.Member(method),
                () =>
                {
                    ResolverChecks.Check(method);
                    nodes.Add(method);
                }
            );
        }

        if (nodeResolvers.Count > 0 && query is not null)
        {
            SetFields(query, nodes.RootFields().Concat(query.Fields));
        }

        Complete();
        ThrowFaults();
        ClassChecks.DemandAuthorizer(registry.Types, nodeResolvers, services);
        var directives = configuration.Options.EnableDeferAndStream
            ? BuiltInDirectives.All.AddRange(BuiltInDirectives.Defer, BuiltInDirectives.Stream)
            : BuiltInDirectives.All;
        var schema = new Schema(
            query,
            mutation,
            subscription,
            BuiltInTypes.With(registry.Types, directives),
            directives
        );
        SchemaChecks.ThrowIfInvalid(schema);
        records.CompileAll();
        return schema;
    }

    private void Declare(Type type)
    {
        if (AuthoringClasses.ExtendedType(type) is { RuntimeType: var described })
        {
            ClassChecks.DemandObject(described, registry.NamedOutput(described));
        }
        else if (!AuthoringClasses.IsAuthored(type))
        {
            registry.NamedOutput(type);
        }
    }

    private ObjectType? Root(string name, Type attribute, Func<MethodInfo, FieldDefinition> create)
    {
        var classes = configuration.Classes.Where(type => type.IsDefined(attribute, inherit: false)).ToList();
        if (classes.Count == 0)
        {
            return null;
        }

        var root = registry.Add(new ObjectType(name), $"[{name}Type]");
        root.Description = classes
            .Select(Descriptions.Of)
            .FirstOrDefault(text => classes.Count == 1 && text is not null);
        SetFields(
            root,
            Create(
                classes.SelectMany(ObjectClasses.Methods).Where(method => !SubscriptionFields.IsSource(method)),
                create
            )
        );
        return root;
    }

    private List<FieldDefinition> Create(IEnumerable<MethodInfo> methods, Func<MethodInfo, FieldDefinition> create)
    {
        var made = new List<FieldDefinition>();
        foreach (var method in methods)
        {
            Try(
                Names.Member(method),
                () =>
                {
                    ResolverChecks.Check(method);
                    made.Add(create(method));
                }
            );
        }

        return made;
    }

    // The id of a node resolver is one of its type without saying so.
    private IdTarget? NodeArgument(MethodInfo method) =>
        method.IsDefined(typeof(NodeResolverAttribute))
            ? new IdTarget(objects.Name(NodeFields.NodeType(method)))
            : null;

    private void CompleteOutput(NamedType type, Type runtimeType)
    {
        type.Description = objects.Description(runtimeType);
        Try(runtimeType.Name, () => AuthorizeRules.RefuseForeign(runtimeType));
        switch (type)
        {
            case ObjectType objectType:
                CompleteObject(objectType, runtimeType);
                break;
            case InterfaceType interfaceType:
                SetFields(interfaceType, Properties(runtimeType, type.Name));
                interfaceType.Interfaces = new NamedList<InterfaceType>(Interfaces(runtimeType));
                _ = ObjectsBehind(runtimeType);
                break;
            case UnionType union:
                union.Types = new NamedList<ObjectType>(ObjectsBehind(runtimeType));
                break;
        }
    }

    private void CompleteObject(ObjectType type, Type runtimeType)
    {
        var methods = Create(objects.MethodsOf(runtimeType), method => fields.Create(method, Names.Field(method)));
        var properties = Properties(runtimeType, type.Name)
            // A method of the same name stands in for the property.
            .Where(field => !methods.Exists(method => method.Name == field.Name));
        SetFields(type, [.. properties, .. methods]);
        var implemented = Interfaces(runtimeType);
        type.Interfaces = new NamedList<InterfaceType>(
            nodeTypes.Contains(runtimeType) ? implemented.Prepend(nodes.Interface) : implemented
        );
    }

    private List<FieldDefinition> Properties(Type runtimeType, string typeName)
    {
        var made = new List<FieldDefinition>();
        foreach (var (property, classes) in objects.Properties(runtimeType))
        {
            Try(
                $"{runtimeType.Name}.{property.Name}",
                () =>
                {
                    if (runtimeType.IsInterface)
                    {
                        AuthorizeRules.RefuseOnInterface(property);
                    }

                    var id = ids.Of(property, runtimeType, typeName);
                    made.Add(
                        PureFields.Create(
                            property,
                            runtimeType,
                            registry.Output(TypeShape.Of(property), id is not null),
                            id,
                            AuthorizeRules.Of(property, classes)
                        )
                    );
                }
            );
        }

        return made;
    }

    private List<InterfaceType> Interfaces(Type runtimeType) =>
        [.. ClassHierarchy.Interfaces(runtimeType).Select(registry.NamedOutput).OfType<InterfaceType>()];

    private List<ObjectType> ObjectsBehind(Type runtimeType)
    {
        var found = new List<ObjectType>();
        foreach (
            var implementation in ClassHierarchy.Implementations(
                runtimeType,
                configuration.Classes.Concat(objects.Types)
            )
        )
        {
            Try(
                implementation.Name,
                () =>
                {
                    if (registry.NamedOutput(implementation) is ObjectType type)
                    {
                        found.Add(type);
                    }
                }
            );
        }

        return found;
    }

    private static void SetFields(NamedType type, IEnumerable<FieldDefinition> fields)
    {
        var list = new NamedList<FieldDefinition>(fields);
        foreach (var field in list)
        {
            field.DeclaringType = type;
        }

        if (type is ObjectType objectType)
        {
            objectType.Fields = list;
        }
        else
        {
            ((InterfaceType)type).Fields = list;
        }
    }

    private void Complete()
    {
        var before = -1;
        while (before != registry.Types.Count)
        {
            before = registry.Types.Count;
            Try("", registry.Complete);
        }
    }

    private void Try(string member, Action step)
    {
        try
        {
            step();
        }
        catch (SchemaException fault)
        {
            faults.AddRange(fault.Faults.Select(text => member.Length == 0 ? text : $"{member}: {text}"));
        }
    }

    private void ThrowFaults()
    {
        if (faults.Count > 0)
        {
            throw new SchemaException(faults);
        }
    }
}
