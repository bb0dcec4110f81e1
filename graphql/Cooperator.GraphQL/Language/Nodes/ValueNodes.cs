using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

/// <summary>A literal or a variable, see section 2.9 of the specification.</summary>
public abstract class ValueNode(Location location) : SyntaxNode(location);

/// <summary>The use of a variable, see section 2.10 of the specification.</summary>
public sealed class VariableNode(NameNode name, Location location = default) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Variable;

    /// <summary>The variable's name, without the <c>$</c>.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A whole number of any size, as written.</summary>
public sealed class IntValueNode(string value, Location location = default) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.IntValue;

    /// <summary>The digits as written, with their sign.</summary>
    public string Value { get; } = value;
}

/// <summary>A number with a fraction or an exponent, as written.</summary>
public sealed class FloatValueNode(string value, Location location = default) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FloatValue;

    /// <summary>The number as written.</summary>
    public string Value { get; } = value;
}

/// <summary>A string or a block string.</summary>
public sealed class StringValueNode(string value, bool isBlock = false, Location location = default)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.StringValue;

    /// <summary>The meant characters: escapes are resolved and a block string's indentation is removed.</summary>
    public string Value { get; } = value;

    /// <summary>Whether the string is written between triple quotes.</summary>
    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(bool value, Location location = default) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;

    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary>The literal <c>null</c>.</summary>
public sealed class NullValueNode(Location location = default) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

/// <summary>A name used as a value.</summary>
public sealed class EnumValueNode(string value, Location location = default) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    /// <summary>The name.</summary>
    public string Value { get; } = value;
}

/// <summary>A list of values.</summary>
public sealed class ListValueNode(ImmutableArray<ValueNode> values, Location location = default) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListValue;

    /// <summary>The items in their order.</summary>
    public ImmutableArray<ValueNode> Values { get; } = OrEmpty(values);
}

/// <summary>An input object.</summary>
public sealed class ObjectValueNode(ImmutableArray<ObjectFieldNode> fields, Location location = default)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    /// <summary>The fields in the order they were written.</summary>
    public ImmutableArray<ObjectFieldNode> Fields { get; } = OrEmpty(fields);
}

/// <summary>A field of an input object.</summary>
public sealed class ObjectFieldNode(NameNode name, ValueNode value, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The field's value.</summary>
    public ValueNode Value { get; } = value;
}
