using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Querying;

/// <summary>A property that may be filtered or sorted by, reached through to-one relations.</summary>
internal sealed class PropertyPath
{
    private readonly PropertyInfo[] steps;

    public PropertyPath(Type type, string path)
    {
        var current = type;
        var found = new List<PropertyInfo>();
        foreach (var name in path.Split('.'))
        {
            var property =
                current.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)
                ?? throw new SchemaException($"{current.Name} has no property \"{name}\" (in \"{path}\").");
            found.Add(property);
            current = property.PropertyType;
        }

        steps = [.. found];
        Name = Names.Camel(string.Concat(found.Select(step => Names.Pascal(Names.Field(step)))));
    }

    /// <summary>The name in the schema: <c>Unit.Number</c> is <c>unitNumber</c>.</summary>
    public string Name { get; }

    /// <summary>The property at the end.</summary>
    public PropertyInfo Property => steps[^1];

    /// <summary>The expression that reads it.</summary>
    public Expression Read(Expression item) => steps.Aggregate(item, Expression.Property);
}
