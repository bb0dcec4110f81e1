namespace Cooperator.GraphQL;

/// <summary>The field is a connection: keyset pages over the <c>IQueryable&lt;T&gt;</c> it returns, or a hand-written <c>Connection&lt;T&gt;</c>.</summary>
/// <remarks>
/// Pages rely on where the database sorts nulls: behind every value, and before them when descending, as PostgreSQL and Oracle do. A database that sorts
/// them first would leave rows out of pages that are ordered by a nullable key; sorting by "is null" first would make every database alike and keep each
/// from reading its index. Queries in memory are sorted so by themselves.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>How many items a page has when neither <c>first</c> nor <c>last</c> is given. Default 20.</summary>
    public int DefaultPageSize { get; init; } = 20;

    /// <summary>The largest page that may be asked for. Default 100.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>Whether the connection has <c>totalCount</c> (it is counted only when selected). Default true.</summary>
    public bool IncludeTotalCount { get; init; } = true;

    /// <summary>The name of the connection without the suffix <c>Connection</c>; the name of the item type when null.</summary>
    public string? ConnectionName { get; init; }

    /// <summary>The <see cref="Querying.PageReader{T}"/> of the items that reads the pages of a query; null reads the items alone.</summary>
    public Type? Reader { get; init; }
}

/// <summary>The field takes a typed <c>where</c> argument over the listed properties. Nothing is filterable by accident.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseFilteringAttribute(params string[] properties) : Attribute
{
    /// <summary>C# names of properties; dotted paths reach through to-one relations (<c>Unit.Number</c>).</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}

/// <summary>The field takes a typed <c>order</c> argument over the listed properties.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseSortingAttribute(params string[] properties) : Attribute
{
    /// <summary>C# names of properties; dotted paths reach through to-one relations (<c>Unit.Number</c>).</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}
