using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace Cooperator.Api.Database.Queries;

/// <summary>Stands for a parameter of a <see cref="PreparedQuery{T,TRow}"/> while the query is built.</summary>
internal sealed record QueryMark(object Value, ParameterExpression Parameter)
{
    // Whatever a builder was given, it has put into a closure; nothing else in a query may look like this.
    private static readonly DateOnly Day = new(9876, 5, 4);
    private const int Nothing = 98765;

    public static QueryMark Of<T>(string name) => new(ValueOf(typeof(T)), Expression.Parameter(typeof(T), name));

    /// <summary>Puts the parameters where the marks are.</summary>
    /// <exception cref="InvalidOperationException">A mark is nowhere: its builder computed with it.</exception>
    public static Expression Replace(Expression query, params IReadOnlyList<QueryMark> marks)
    {
        var replacing = new Replacing(marks);
        var replaced = replacing.Visit(query);
        return replacing.Found.Count == marks.Count
            ? replaced
            : throw new InvalidOperationException("A prepared query must pass each of its parameters on as it is.");
    }

    private static object ValueOf(Type type) =>
        type == typeof(IReadOnlyList<Guid>) ? new[] { Guid.CreateVersion7() }
        : type == typeof(Guid) ? Guid.CreateVersion7()
        : type == typeof(DateOnly) ? Day
        : type.IsEnum ? Enum.ToObject(type, Nothing)
        : throw new NotSupportedException($"A prepared query can not have a parameter of type {type}.");

    private sealed class Replacing(IReadOnlyList<QueryMark> marks) : ExpressionVisitor
    {
        public HashSet<QueryMark> Found { get; } = [];

        protected override Expression VisitMember(MemberExpression node) =>
            node is { Expression: ConstantExpression { Value: { } closure }, Member: FieldInfo field }
                ? Replace(field.GetValue(closure), node)
                : base.VisitMember(node);

        protected override Expression VisitConstant(ConstantExpression node) => Replace(node.Value, node);

        // The compiled query outlives the context it was built with.
        protected override Expression VisitExtension(Expression node) =>
            node is QueryRootExpression root ? root.DetachQueryProvider() : base.VisitExtension(node);

        private Expression Replace(object? value, Expression node)
        {
            // A query within the query is a part of it.
            if (value is IQueryable part)
            {
                return Visit(part.Expression);
            }

            if (marks.FirstOrDefault(m => ReferenceEquals(m.Value, value) || m.Value.Equals(value)) is not { } mark)
            {
                return node;
            }

            Found.Add(mark);
            return node.Type == mark.Parameter.Type ? mark.Parameter : Expression.Convert(mark.Parameter, node.Type);
        }
    }
}
