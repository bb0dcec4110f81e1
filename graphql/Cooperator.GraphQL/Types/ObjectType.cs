namespace Cooperator.GraphQL.Types;

/// <summary>An object type, see section 3.6 of the specification.</summary>
public sealed class ObjectType : NamedType, IFieldsType
{
    internal ObjectType(string name)
        : base(name) { }

    /// <inheritdoc />
    public NamedList<FieldDefinition> Fields { get; internal set; } = NamedList<FieldDefinition>.Empty;

    /// <inheritdoc />
    public NamedList<InterfaceType> Interfaces { get; internal set; } = NamedList<InterfaceType>.Empty;

    /// <summary>Whether a value is of this type; null when its C# type decides.</summary>
    public Func<object, bool>? IsTypeOf { get; internal set; }

    /// <summary>Finds one object of this type by its id, for <c>node(id:)</c>; null when the type is not refetchable.</summary>
    internal NodeLookup? NodeLookup { get; set; }
}

/// <summary>An interface type, see section 3.7 of the specification.</summary>
public sealed class InterfaceType : NamedType, IFieldsType
{
    internal InterfaceType(string name)
        : base(name) { }

    /// <inheritdoc />
    public NamedList<FieldDefinition> Fields { get; internal set; } = NamedList<FieldDefinition>.Empty;

    /// <inheritdoc />
    public NamedList<InterfaceType> Interfaces { get; internal set; } = NamedList<InterfaceType>.Empty;
}

/// <summary>A union type, see section 3.8 of the specification.</summary>
public sealed class UnionType : NamedType
{
    internal UnionType(string name)
        : base(name) { }

    /// <summary>The member types in definition order.</summary>
    public NamedList<ObjectType> Types { get; internal set; } = NamedList<ObjectType>.Empty;
}
