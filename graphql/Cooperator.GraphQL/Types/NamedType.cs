using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>A named type, see section 3.4 of the specification. Immutable once its schema is built.</summary>
public abstract class NamedType : NullableType, INamed
{
    private protected NamedType(string name) => Name = name;

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>The description, in Markdown.</summary>
    public string? Description { get; protected internal set; }

    /// <summary>The directives written on the definition and its extensions.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal set; } = [];

    /// <summary>The definition when the type was read from SDL.</summary>
    public TypeDefinitionNode? Definition { get; internal set; }

    /// <summary>The extensions when the type was read from SDL.</summary>
    public ImmutableArray<TypeExtensionNode> Extensions { get; internal set; } = [];

    /// <summary>The C# type that stands for this type; null for a type read from SDL.</summary>
    public virtual Type? RuntimeType { get; internal set; }

    /// <summary>Whether the type is part of introspection.</summary>
    public bool IsIntrospectionType => Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Whether values have no selection set.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>Whether values have a selection set.</summary>
    public bool IsComposite => this is ObjectType or InterfaceType or UnionType;

    /// <summary>Whether the type stands for several object types.</summary>
    public bool IsAbstract => this is InterfaceType or UnionType;

    /// <inheritdoc />
    public override NamedType Named => this;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>A type with fields and interfaces: an object or an interface.</summary>
public interface IFieldsType : INamed
{
    /// <summary>The fields in definition order.</summary>
    NamedList<FieldDefinition> Fields { get; }

    /// <summary>The interfaces in definition order, those inherited from interfaces included.</summary>
    NamedList<InterfaceType> Interfaces { get; }
}
