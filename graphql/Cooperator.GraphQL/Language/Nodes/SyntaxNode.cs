using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

/// <summary>A node of a parsed document. Nodes are immutable and safe to share between threads.</summary>
public abstract class SyntaxNode(Location location)
{
    /// <summary>Where the node was read; empty for a node made by code.</summary>
    public Location Location { get; } = location;

    /// <summary>The production of the grammar this node stands for.</summary>
    public abstract SyntaxKind Kind { get; }

    /// <summary>The node as GraphQL text.</summary>
    public override string ToString() => Printer.Print(this);

    /// <summary>Lets a caller leave a list out, as the grammar does.</summary>
    private protected static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}

/// <summary>A name, see section 2.1.9 of the specification.</summary>
public sealed class NameNode(string value, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Name;

    /// <summary>The name itself.</summary>
    public string Value { get; } = value;
}

/// <summary>A whole document, see section 2.2 of the specification.</summary>
public sealed class DocumentNode(ImmutableArray<DefinitionNode> definitions, Location location = default)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Document;

    /// <summary>The definitions in the order they were written.</summary>
    public ImmutableArray<DefinitionNode> Definitions { get; } = OrEmpty(definitions);
}

/// <summary>Anything a document may hold at its top level.</summary>
public abstract class DefinitionNode(Location location) : SyntaxNode(location);
