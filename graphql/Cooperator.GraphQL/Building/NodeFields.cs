using System.Reflection;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Refetching by global id: the interface <c>Node</c> and the fields <c>node</c> and <c>nodes</c>, see the GraphQL Global Object Identification specification.</summary>
internal sealed class NodeFields(TypeRegistry registry, FieldFactory fields, ParameterBinder binder)
{
    private const int MaxNodes = 100;
    private InterfaceType? node;

    /// <summary>The interface of refetchable types.</summary>
    public InterfaceType Interface
    {
        get
        {
            if (node is null)
            {
                node = registry.Add(new InterfaceType("Node"), "[NodeResolver]");
                node.Description = "An object with a global id, by which it can be fetched again.";
                node.Fields = new NamedList<FieldDefinition>([
                    new FieldDefinition("id", BuiltInScalars.ID.NonNull())
                    {
                        DeclaringType = node,
                        Description = "The global id.",
                    },
                ]);
            }

            return node;
        }
    }

    /// <summary>The C# type that a node resolver finds.</summary>
    public static Type NodeType(MethodInfo resolver) => TypeShape.OfResult(resolver).Type;

    /// <summary>Lets <c>node(id:)</c> find objects by that method.</summary>
    public void Add(MethodInfo method)
    {
        if (registry.NamedOutput(NodeType(method)) is not ObjectType type)
        {
            throw new SchemaException("[NodeResolver] needs a method that returns an object type.");
        }

        if (method.GetParameters().Where(binder.IsArgument).ToList() is not [var parameter])
        {
            throw new SchemaException("[NodeResolver] needs exactly one argument, the id.");
        }

        if (type.NodeLookup is not null)
        {
            throw new SchemaException($"There is a second [NodeResolver] for \"{type}\".");
        }

        var id = new IdTarget(type.Name);
        var convert = InputReaders.For(parameter.ParameterType, BuiltInScalars.ID, id, _ => value => value)!;
        var lookup = fields.CompileLookup(method);
        // Guarded as the method would be as a field: an id opens no back door.
        var rules = AuthorizeRules.Of(method, method.DeclaringType!);
        type.NodeLookup = async (context, globalId) =>
        {
            var raw = convert(globalId);
            await FieldInvocation.AuthorizeAsync(context, rules).ConfigureAwait(false);
            return await lookup(context, raw).ConfigureAwait(false);
        };
    }

    /// <summary>The fields of the query root.</summary>
    public IEnumerable<FieldDefinition> RootFields() =>
        [
            new FieldDefinition("node", Interface, [new InputValueDefinition("id", BuiltInScalars.ID.NonNull())])
            {
                Description = "The object with that global id; null when there is none that the caller may see.",
                Resolver = context => FindAsync(context, (string)context.ArgumentAt(0)!),
            },
            new FieldDefinition(
                "nodes",
                Interface.List().NonNull(),
                [new InputValueDefinition("ids", BuiltInScalars.ID.NonNull().List().NonNull())]
            )
            {
                Description = $"The objects with those global ids, in their order; at most {MaxNodes}.",
                ListSize = new ListSize(MaxNodes, [], []),
                Resolver = FindAllAsync,
            },
        ];

    // Each is looked up in its turn, so that loaders load them together; one wrong id leaves the others alone.
    private static ValueTask<object?> FindAllAsync(ResolverContext context)
    {
        var globalIds = (List<object?>)context.ArgumentAt(0)!;
        if (globalIds.Count > MaxNodes)
        {
            throw new GraphQLException($"At most {MaxNodes} objects may be asked for at once.");
        }

        return new ValueTask<object?>(
            globalIds.ConvertAll(globalId => new ItemLookup(() => FindAsync(context, (string)globalId!)))
        );
    }

    private static ValueTask<object?> FindAsync(ResolverContext context, string globalId) =>
        NodeIds.FindTypeName(globalId) is { } name
        && context.Schema.FindType(name) is ObjectType { NodeLookup: { } lookup }
            ? lookup(context, globalId)
            : throw NodeIds.Invalid(globalId, expectedType: null);
}
