using System.Collections.Immutable;
using Cooperator.GraphQL.Introspection;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Turns the definitions of a type system document into a schema.</summary>
internal sealed class SdlSchema(DocumentNode document)
{
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly List<NamedType> ordered = [];
    private readonly List<string> faults = [];
    private readonly ILookup<string, TypeExtensionNode> extensions = document
        .Definitions.OfType<TypeExtensionNode>()
        .ToLookup(extension => extension.Name.Value, StringComparer.Ordinal);

    public Schema Build()
    {
        foreach (var scalar in BuiltInScalars.Specified)
        {
            types.Add(scalar.Name, scalar);
        }

        foreach (var type in IntrospectionTypes.All)
        {
            types.Add(type.Name, type);
        }

        var definitions = document.Definitions.OfType<TypeDefinitionNode>().ToList();
        foreach (var definition in definitions)
        {
            Declare(definition);
        }

        foreach (var unknown in extensions.Where(group => !types.ContainsKey(group.Key)))
        {
            faults.Add($"Cannot extend type \"{unknown.Key}\" because it is not defined.");
        }

        foreach (var definition in definitions)
        {
            Complete(definition);
        }

        var directives = document.Definitions.OfType<DirectiveDefinitionNode>().Select(Directive).ToList();
        if (faults.Count > 0)
        {
            throw new SchemaException(faults);
        }

        return Assemble(directives);
    }

    private Schema Assemble(List<DirectiveDefinition> directives)
    {
        var definition = document.Definitions.OfType<SchemaDefinitionNode>().FirstOrDefault();
        var schemaExtensions = document.Definitions.OfType<SchemaExtensionNode>().ToList();
        var roots = schemaExtensions
            .SelectMany(extension => extension.OperationTypes)
            .Concat(definition?.OperationTypes ?? [])
            .ToList();

        return new Schema(
            Root(OperationType.Query, "Query"),
            Root(OperationType.Mutation, "Mutation"),
            Root(OperationType.Subscription, "Subscription"),
            [.. ordered, .. BuiltInScalars.Specified, .. IntrospectionTypes.All],
            [
                .. directives,
                .. BuiltInDirectives.All.Where(builtIn => directives.TrueForAll(own => own.Name != builtIn.Name)),
            ]
        )
        {
            Description = definition?.Description?.Value,
            AppliedDirectives =
            [
                .. definition?.Directives ?? [],
                .. schemaExtensions.SelectMany(extension => extension.Directives),
            ],
            Definition = definition,
        };

        ObjectType? Root(OperationType operation, string defaultName)
        {
            // Without a schema definition the root types go by their usual names.
            var name =
                definition is null && roots.Count == 0
                    ? defaultName
                    : roots.Find(root => root.Operation == operation)?.Type.Name.Value;
            return name is null ? null : types.GetValueOrDefault(name) as ObjectType;
        }
    }

    private void Declare(TypeDefinitionNode definition)
    {
        var name = definition.Name.Value;
        if (ordered.Exists(type => type.Name == name))
        {
            faults.Add($"There can be only one type named \"{name}\".");
            return;
        }

        if (BuiltInScalars.Specified.Any(scalar => scalar.Name == name))
        {
            // A document may repeat the scalars of the specification.
            return;
        }

        NamedType type = definition switch
        {
            ScalarTypeDefinitionNode node => new AnyScalar(name) { SpecifiedByUrl = SpecifiedBy(node) },
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            _ => new InputObjectType(name),
        };
        type.Description = definition.Description?.Value;
        type.Definition = definition;
        type.Extensions = [.. extensions[name]];
        type.Directives = [.. definition.Directives, .. extensions[name].SelectMany(extension => extension.Directives)];
        types[name] = type;
        ordered.Add(type);
    }

    private void Complete(TypeDefinitionNode definition)
    {
        var type = types[definition.Name.Value];
        switch (definition, type)
        {
            case (ObjectTypeDefinitionNode node, ObjectType target):
                target.Fields = Fields(
                    target,
                    node.Fields,
                    Extensions<ObjectTypeExtensionNode>(type).SelectMany(e => e.Fields)
                );
                target.Interfaces = Interfaces(
                    node.Interfaces,
                    Extensions<ObjectTypeExtensionNode>(type).SelectMany(e => e.Interfaces)
                );
                break;
            case (InterfaceTypeDefinitionNode node, InterfaceType target):
                target.Fields = Fields(
                    target,
                    node.Fields,
                    Extensions<InterfaceTypeExtensionNode>(type).SelectMany(e => e.Fields)
                );
                target.Interfaces = Interfaces(
                    node.Interfaces,
                    Extensions<InterfaceTypeExtensionNode>(type).SelectMany(e => e.Interfaces)
                );
                break;
            case (UnionTypeDefinitionNode node, UnionType target):
                target.Types = Named<ObjectType>(
                    node.Types.Concat(Extensions<UnionTypeExtensionNode>(type).SelectMany(e => e.Types))
                );
                break;
            case (EnumTypeDefinitionNode node, EnumType target):
                target.Values = new NamedList<EnumValueDefinition>(
                    node.Values.Concat(Extensions<EnumTypeExtensionNode>(type).SelectMany(e => e.Values))
                        .Select(EnumValue)
                );
                break;
            case (InputObjectTypeDefinitionNode node, InputObjectType target):
                target.Fields = new NamedList<InputValueDefinition>(
                    node.Fields.Concat(Extensions<InputObjectTypeExtensionNode>(type).SelectMany(e => e.Fields))
                        .Select(InputValue)
                );
                target.IsOneOf = type.Directives.Any(directive => directive.Name.Value == BuiltInDirectives.OneOf.Name);
                break;
        }
    }

    private IEnumerable<T> Extensions<T>(NamedType type)
        where T : TypeExtensionNode
    {
        var all = extensions[type.Name].ToList();
        if (all.Exists(extension => extension is not T))
        {
            faults.Add($"Cannot extend non-{KindOf<T>()} type \"{type.Name}\".");
        }

        return all.OfType<T>();
    }

    private static string KindOf<T>() =>
        typeof(T) == typeof(ObjectTypeExtensionNode) ? "object"
        : typeof(T) == typeof(InterfaceTypeExtensionNode) ? "interface"
        : typeof(T) == typeof(UnionTypeExtensionNode) ? "union"
        : typeof(T) == typeof(EnumTypeExtensionNode) ? "enum"
        : "input object";

    private NamedList<FieldDefinition> Fields(
        NamedType owner,
        IEnumerable<FieldDefinitionNode> own,
        IEnumerable<FieldDefinitionNode> added
    ) =>
        new(
            own.Concat(added)
                .Select(node => new FieldDefinition(
                    node.Name.Value,
                    TypeOf(node.Type),
                    node.Arguments.Select(InputValue)
                )
                {
                    DeclaringType = owner,
                    Description = node.Description?.Value,
                    DeprecationReason = DeprecationReason(node.Directives),
                    Directives = node.Directives,
                    Definition = node,
                })
        );

    private NamedList<InterfaceType> Interfaces(IEnumerable<NamedTypeNode> own, IEnumerable<NamedTypeNode> added) =>
        Named<InterfaceType>(own.Concat(added));

    private NamedList<T> Named<T>(IEnumerable<NamedTypeNode> nodes)
        where T : NamedType
    {
        var found = new List<T>();
        foreach (var node in nodes)
        {
            switch (types.GetValueOrDefault(node.Name.Value))
            {
                case T type:
                    found.Add(type);
                    break;
                case null:
                    faults.Add($"Unknown type \"{node.Name.Value}\".");
                    break;
                case { } other:
                    faults.Add(
                        typeof(T) == typeof(ObjectType)
                            ? $"A union can only include Object types, it cannot include \"{other}\"."
                            : $"A type can only implement Interface types, it cannot implement \"{other}\"."
                    );
                    break;
            }
        }

        return new NamedList<T>(found);
    }

    private InputValueDefinition InputValue(InputValueDefinitionNode node) =>
        new(node.Name.Value, TypeOf(node.Type), node.DefaultValue)
        {
            Description = node.Description?.Value,
            DeprecationReason = DeprecationReason(node.Directives),
            Directives = node.Directives,
            Definition = node,
        };

    private static EnumValueDefinition EnumValue(EnumValueDefinitionNode node) =>
        new(node.Name.Value)
        {
            Description = node.Description?.Value,
            DeprecationReason = DeprecationReason(node.Directives),
            Directives = node.Directives,
            Definition = node,
        };

    private DirectiveDefinition Directive(DirectiveDefinitionNode node) =>
        new(
            node.Name.Value,
            [.. node.Locations.Select(location => DirectiveLocations.Find(location.Value)).OfType<DirectiveLocation>()],
            node.Arguments.Select(InputValue)
        )
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            DeprecationReason = DeprecationReason(node.Directives),
            Directives = node.Directives,
            Definition = node,
        };

    private GraphQLType TypeOf(TypeNode node)
    {
        switch (node)
        {
            case NonNullTypeNode nonNull:
                return ((NullableType)TypeOf(nonNull.Type)).NonNull();
            case ListTypeNode list:
                return TypeOf(list.Type).List();
            default:
                var name = ((NamedTypeNode)node).Name.Value;
                if (types.TryGetValue(name, out var type))
                {
                    return type;
                }

                faults.Add($"Unknown type \"{name}\".{Suggestions.DidYouMean(name, types.Keys)}");
                return BuiltInScalars.String;
        }
    }

    private static string? SpecifiedBy(ScalarTypeDefinitionNode node) =>
        TextArgument(node.Directives, BuiltInDirectives.SpecifiedBy.Name, "url", fallback: null);

    private static string? DeprecationReason(ImmutableArray<DirectiveNode> directives) =>
        TextArgument(
            directives,
            BuiltInDirectives.Deprecated.Name,
            "reason",
            BuiltInDirectives.DefaultDeprecationReason
        );

    private static string? TextArgument(
        ImmutableArray<DirectiveNode> directives,
        string directive,
        string argument,
        string? fallback
    ) =>
        directives.FirstOrDefault(node => node.Name.Value == directive) is { } found
            ? (found.Arguments.FirstOrDefault(node => node.Name.Value == argument)?.Value as StringValueNode)?.Value
                ?? fallback
            : null;
}
