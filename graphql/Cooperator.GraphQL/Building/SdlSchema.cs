using System.Collections.Immutable;
using Cooperator.GraphQL.Introspection;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>
/// Turns the definitions of a type system document into a schema. The document has passed the rules for such documents; what these cannot see, such as an
/// input object among the members of a union, is reported here and left out of the schema.
/// </summary>
internal sealed class SdlSchema(DocumentNode document, SchemaFaults faults)
{
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly List<NamedType> ordered = [];
    private readonly SdlDirectives directives = new(faults);
    private readonly ILookup<string, TypeExtensionNode> extensions = document
        .Definitions.OfType<TypeExtensionNode>()
        .ToLookup(extension => extension.Name.Value, StringComparer.Ordinal);

    public Schema Build()
    {
        foreach (var type in (IEnumerable<NamedType>)[.. BuiltInScalars.Specified, .. IntrospectionTypes.All])
        {
            types.Add(type.Name, type);
        }

        var definitions = document.Definitions.OfType<TypeDefinitionNode>().ToList();
        foreach (var definition in definitions)
        {
            Declare(definition);
        }

        foreach (var definition in definitions)
        {
            Complete(definition);
        }

        var own = document.Definitions.OfType<DirectiveDefinitionNode>().Select(Directive).ToList();
        own.AddRange(BuiltInDirectives.All.Where(builtIn => own.TrueForAll(one => one.Name != builtIn.Name)));
        var roots = new SdlRoots(document, types.GetValueOrDefault, faults);
        return new Schema(
            roots.Find(OperationType.Query),
            roots.Find(OperationType.Mutation),
            roots.Find(OperationType.Subscription),
            BuiltInTypes.With(ordered, own),
            own
        )
        {
            Description = roots.Definition?.Description?.Value,
            AppliedDirectives = roots.AppliedDirectives,
            Definition = roots.Definition,
            Extensions = roots.Extensions,
        };
    }

    private void Declare(TypeDefinitionNode definition)
    {
        var name = definition.Name.Value;
        if (types.TryGetValue(name, out var builtIn))
        {
            // A document may repeat what every schema has; its own words about it do not count.
            ordered.Add(builtIn);
            return;
        }

        NamedType type = definition switch
        {
            ScalarTypeDefinitionNode => new AnyScalar(name),
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
        switch (definition, types[definition.Name.Value])
        {
            case (ScalarTypeDefinitionNode node, AnyScalar target):
                target.SpecifiedByUrl = directives.SpecifiedBy(node.Directives);
                foreach (var extension in target.Extensions)
                {
                    target.SpecifiedByUrl = directives.SpecifiedBy(extension.Directives) ?? target.SpecifiedByUrl;
                }

                break;
            case (ObjectTypeDefinitionNode node, ObjectType target):
                target.Fields = Fields(
                    target,
                    node.Fields,
                    Added<ObjectTypeExtensionNode>(target).SelectMany(e => e.Fields)
                );
                target.Interfaces = Interfaces(
                    target,
                    node.Interfaces.Concat(Added<ObjectTypeExtensionNode>(target).SelectMany(e => e.Interfaces))
                );
                break;
            case (InterfaceTypeDefinitionNode node, InterfaceType target):
                target.Fields = Fields(
                    target,
                    node.Fields,
                    Added<InterfaceTypeExtensionNode>(target).SelectMany(e => e.Fields)
                );
                target.Interfaces = Interfaces(
                    target,
                    node.Interfaces.Concat(Added<InterfaceTypeExtensionNode>(target).SelectMany(e => e.Interfaces))
                );
                break;
            case (UnionTypeDefinitionNode node, UnionType target):
                target.Types = Members(
                    target,
                    node.Types.Concat(Added<UnionTypeExtensionNode>(target).SelectMany(e => e.Types))
                );
                break;
            case (EnumTypeDefinitionNode node, EnumType target):
                target.Values = new NamedList<EnumValueDefinition>(
                    node.Values.Concat(Added<EnumTypeExtensionNode>(target).SelectMany(e => e.Values)).Select(EnumValue)
                );
                break;
            case (InputObjectTypeDefinitionNode node, InputObjectType target):
                target.Fields = new NamedList<InputValueDefinition>(
                    node.Fields.Concat(Added<InputObjectTypeExtensionNode>(target).SelectMany(e => e.Fields))
                        .Select(InputValue)
                );
                target.IsOneOf = node.Directives.Any(directive => directive.Name.Value == BuiltInDirectives.OneOf.Name);
                break;
        }
    }

    private static IEnumerable<T> Added<T>(NamedType type)
        where T : TypeExtensionNode => type.Extensions.OfType<T>();

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
                    DeprecationReason = directives.DeprecationReason(node.Directives),
                    Directives = node.Directives,
                    Definition = node,
                })
        );

    private NamedList<InterfaceType> Interfaces(NamedType type, IEnumerable<NamedTypeNode> nodes)
    {
        var found = new List<InterfaceType>();
        foreach (var name in nodes.Select(node => node.Name.Value))
        {
            if (types[name] is InterfaceType implemented)
            {
                found.Add(implemented);
            }
            else
            {
                faults.Report(
                    $"Type {type} must only implement Interface types, it cannot implement {name}.",
                    SchemaFaults.ImplementsNodes(type, name)
                );
            }
        }

        return new NamedList<InterfaceType>(found);
    }

    private NamedList<ObjectType> Members(NamedType union, IEnumerable<NamedTypeNode> nodes)
    {
        var found = new List<ObjectType>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in nodes.Select(node => node.Name.Value))
        {
            if (types[name] is ObjectType member)
            {
                found.Add(member);
            }
            else
            {
                faults.Report(
                    refused.Add(name)
                        ? $"Union type {union} can only include Object types, it cannot include {name}."
                        : $"Union type {union} can only include type {name} once.",
                    SchemaFaults.MemberNodes(union, name)
                );
            }
        }

        return new NamedList<ObjectType>(found);
    }

    private InputValueDefinition InputValue(InputValueDefinitionNode node) =>
        new(node.Name.Value, TypeOf(node.Type), node.DefaultValue)
        {
            Description = node.Description?.Value,
            DeprecationReason = directives.DeprecationReason(node.Directives),
            Directives = node.Directives,
            Definition = node,
        };

    private EnumValueDefinition EnumValue(EnumValueDefinitionNode node) =>
        new(node.Name.Value)
        {
            Description = node.Description?.Value,
            DeprecationReason = directives.DeprecationReason(node.Directives),
            Directives = node.Directives,
            Definition = node,
        };

    private DirectiveDefinition Directive(DirectiveDefinitionNode node)
    {
        var added = document
            .Definitions.OfType<DirectiveExtensionNode>()
            .Where(extension => extension.Name.Value == node.Name.Value)
            .ToList();
        return new DirectiveDefinition(
            node.Name.Value,
            [.. node.Locations.Select(location => DirectiveLocations.Find(location.Value)).OfType<DirectiveLocation>()],
            node.Arguments.Select(InputValue)
        )
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            DeprecationReason =
                directives.DeprecationReason(node.Directives)
                ?? added
                    .Select(extension => directives.DeprecationReason(extension.Directives))
                    .FirstOrDefault(reason => reason is not null),
            Directives = [.. node.Directives, .. added.SelectMany(extension => extension.Directives)],
            Definition = node,
        };
    }

    private GraphQLType TypeOf(TypeNode node) =>
        node switch
        {
            NonNullTypeNode nonNull => ((NullableType)TypeOf(nonNull.Type)).NonNull(),
            ListTypeNode list => TypeOf(list.Type).List(),
            _ => types[((NamedTypeNode)node).Name.Value],
        };
}
