using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

internal readonly partial struct NodePrinter
{
    private void Definition(TypeSystemDefinitionNode definition)
    {
        Description(definition.Description);
        switch (definition)
        {
            case SchemaDefinitionNode n:
                buffer.Write("schema");
                Directives(n.Directives);
                Body(n.OperationTypes);
                break;
            case ScalarTypeDefinitionNode n:
                buffer.Write("scalar " + n.Name.Value);
                Directives(n.Directives);
                break;
            case ObjectTypeDefinitionNode n:
                FieldsType("type", n.Name, n.Interfaces, n.Directives, n.Fields);
                break;
            case InterfaceTypeDefinitionNode n:
                FieldsType("interface", n.Name, n.Interfaces, n.Directives, n.Fields);
                break;
            case UnionTypeDefinitionNode n:
                Union("union", n.Name, n.Directives, n.Types);
                break;
            case EnumTypeDefinitionNode n:
                Listing("enum", n.Name, n.Directives, n.Values);
                break;
            case InputObjectTypeDefinitionNode n:
                Listing("input", n.Name, n.Directives, n.Fields);
                break;
            case DirectiveDefinitionNode n:
                DirectiveDefinition(n);
                break;
        }
    }

    private void Extension(TypeSystemExtensionNode extension)
    {
        switch (extension)
        {
            case SchemaExtensionNode n:
                buffer.Write("extend schema");
                Directives(n.Directives);
                Body(n.OperationTypes);
                break;
            case ScalarTypeExtensionNode n:
                buffer.Write("extend scalar " + n.Name.Value);
                Directives(n.Directives);
                break;
            case ObjectTypeExtensionNode n:
                FieldsType("extend type", n.Name, n.Interfaces, n.Directives, n.Fields);
                break;
            case InterfaceTypeExtensionNode n:
                FieldsType("extend interface", n.Name, n.Interfaces, n.Directives, n.Fields);
                break;
            case UnionTypeExtensionNode n:
                Union("extend union", n.Name, n.Directives, n.Types);
                break;
            case EnumTypeExtensionNode n:
                Listing("extend enum", n.Name, n.Directives, n.Values);
                break;
            case InputObjectTypeExtensionNode n:
                Listing("extend input", n.Name, n.Directives, n.Fields);
                break;
            case DirectiveExtensionNode n:
                buffer.Write("extend directive @" + n.Name.Value);
                Directives(n.Directives);
                break;
        }
    }

    private void FieldsType(
        string keyword,
        NameNode name,
        ImmutableArray<NamedTypeNode> interfaces,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<FieldDefinitionNode> fields
    )
    {
        buffer.Write($"{keyword} {name.Value}");
        if (!interfaces.IsEmpty)
        {
            buffer.Write(" implements " + string.Join(" & ", interfaces.Select(type => type.Name.Value)));
        }

        Directives(directives);
        Body(fields);
    }

    private void Union(
        string keyword,
        NameNode name,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<NamedTypeNode> types
    )
    {
        buffer.Write($"{keyword} {name.Value}");
        Directives(directives);
        if (!types.IsEmpty)
        {
            buffer.Write(" = " + string.Join(" | ", types.Select(type => type.Name.Value)));
        }
    }

    private void Listing<T>(
        string keyword,
        NameNode name,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<T> items
    )
        where T : SyntaxNode
    {
        buffer.Write($"{keyword} {name.Value}");
        Directives(directives);
        Body(items);
    }

    private void FieldDefinition(FieldDefinitionNode field)
    {
        Description(field.Description);
        buffer.Write(field.Name.Value);
        Group(field.Arguments, GroupLayout.Indented);
        buffer.Write(": ");
        Type(field.Type);
        Directives(field.Directives);
    }

    private void InputValue(InputValueDefinitionNode input)
    {
        Description(input.Description);
        buffer.Write(input.Name.Value + ": ");
        Type(input.Type);
        Default(input.DefaultValue);
        Directives(input.Directives);
    }

    private void DirectiveDefinition(DirectiveDefinitionNode directive)
    {
        buffer.Write("directive @" + directive.Name.Value);
        Group(directive.Arguments, GroupLayout.Indented);
        Directives(directive.Directives);
        buffer.Write(directive.IsRepeatable ? " repeatable on " : " on ");
        buffer.Write(string.Join(" | ", directive.Locations.Select(name => name.Value)));
    }
}
