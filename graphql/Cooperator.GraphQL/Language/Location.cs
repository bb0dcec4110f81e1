namespace Cooperator.GraphQL.Language;

/// <summary>The stretch of a <see cref="Language.Source"/> a node was read from, in bytes.</summary>
/// <param name="Source">The text; null for a node made by code.</param>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte after the last.</param>
public readonly record struct Location(Source? Source, int Start, int End)
{
    /// <summary>The line and column of the first byte; null for a node made by code.</summary>
    public SourceLocation? ToSourceLocation() => Source?.GetLocation(Start);
}

/// <summary>A place in a text as people count it.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1 in UTF-16 code units.</param>
public readonly record struct SourceLocation(int Line, int Column);
