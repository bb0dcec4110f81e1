using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cooperator.Api.Database.Queries;

/// <summary>
/// A query that is translated once for the whole process. Without that, EF Core walks the expression of a query each time
/// it is asked to find its translation again, which costs more than asking the database.
/// </summary>
/// <param name="build">
/// Builds the query. It is called once with a mark in the place of the parameter, and the marks are replaced by what is
/// asked for, so it must only pass its parameter on: never look at it, never compute with it.
/// </param>
public sealed class PreparedQuery<T, TRow>(Func<CooperatorDbContext, T, IQueryable<TRow>> build)
    where TRow : class
{
    // A translation belongs to a model. A process has one; tests have some.
    private readonly ConditionalWeakTable<IModel, Func<CooperatorDbContext, T, IAsyncEnumerable<TRow>>> _compiled = [];

    /// <summary>Whether its rows are there to be changed.</summary>
    public bool Tracked { get; init; }

    /// <summary>The query itself, for those who want to look at it.</summary>
    public IQueryable<TRow> Build(CooperatorDbContext db, T value) =>
        Tracked ? build(db, value).AsTracking() : build(db, value).AsNoTracking();

    /// <summary>Asks it.</summary>
    public IAsyncEnumerable<TRow> Ask(CooperatorDbContext db, T value) =>
        (_compiled.TryGetValue(db.Model, out var known) ? known : _compiled.GetOrAdd(db.Model, Compile(db)))(db, value);

    private Func<CooperatorDbContext, T, IAsyncEnumerable<TRow>> Compile(CooperatorDbContext db)
    {
        var value = QueryMark.Of<T>("value");
        var query = Expression.Lambda<Func<CooperatorDbContext, T, IQueryable<TRow>>>(
            QueryMark.Replace(Build(db, (T)value.Value).Expression, value),
            Expression.Parameter(typeof(CooperatorDbContext), "db"),
            value.Parameter
        );
        return EF.CompileAsyncQuery(query);
    }
}

/// <inheritdoc cref="PreparedQuery{T,TRow}"/>
public sealed class PreparedQuery<T1, T2, TRow>(Func<CooperatorDbContext, T1, T2, IQueryable<TRow>> build)
    where TRow : class
{
    private readonly ConditionalWeakTable<
        IModel,
        Func<CooperatorDbContext, T1, T2, IAsyncEnumerable<TRow>>
    > _compiled = [];

    /// <inheritdoc cref="PreparedQuery{T,TRow}.Tracked"/>
    public bool Tracked { get; init; }

    /// <inheritdoc cref="PreparedQuery{T,TRow}.Build"/>
    public IQueryable<TRow> Build(CooperatorDbContext db, T1 first, T2 second) =>
        Tracked ? build(db, first, second).AsTracking() : build(db, first, second).AsNoTracking();

    /// <inheritdoc cref="PreparedQuery{T,TRow}.Ask"/>
    public IAsyncEnumerable<TRow> Ask(CooperatorDbContext db, T1 first, T2 second) =>
        (_compiled.TryGetValue(db.Model, out var known) ? known : _compiled.GetOrAdd(db.Model, Compile(db)))(
            db,
            first,
            second
        );

    private Func<CooperatorDbContext, T1, T2, IAsyncEnumerable<TRow>> Compile(CooperatorDbContext db)
    {
        var (first, second) = (QueryMark.Of<T1>("first"), QueryMark.Of<T2>("second"));
        var query = Expression.Lambda<Func<CooperatorDbContext, T1, T2, IQueryable<TRow>>>(
            QueryMark.Replace(Build(db, (T1)first.Value, (T2)second.Value).Expression, first, second),
            Expression.Parameter(typeof(CooperatorDbContext), "db"),
            first.Parameter,
            second.Parameter
        );
        return EF.CompileAsyncQuery(query);
    }
}
