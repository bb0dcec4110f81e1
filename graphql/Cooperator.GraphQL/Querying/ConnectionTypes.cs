using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Querying;

/// <summary>Makes the types of connections: one pair for each item type and name.</summary>
internal sealed class ConnectionTypes(TypeRegistry registry)
{
    private static readonly MethodInfo MakeMethod = typeof(ConnectionTypes).GetMethod(
        nameof(Make),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private readonly Dictionary<string, (ObjectType Type, Type Item, bool HasTotal)> made = new(StringComparer.Ordinal);
    private ObjectType? pageInfo;

    /// <summary>The connection type of a field.</summary>
    public ObjectType For(TypeShape item, UsePagingAttribute paging)
    {
        var node = registry.NamedOutput(item.Type);
        var name = paging.ConnectionName ?? node.Name;
        if (made.TryGetValue(name, out var known))
        {
            return known.Item == item.Type && known.HasTotal == paging.IncludeTotalCount
                ? known.Type
                : throw new SchemaException(
                    $"The connection \"{name}Connection\" has two shapes: give one another ConnectionName by [UsePaging]."
                );
        }

        var type = (ObjectType)
            MakeMethod
                .MakeGenericMethod(item.Type)
                .Invoke(
                    this,
                    BindingFlags.DoNotWrapExceptions,
                    binder: null,
                    [name, node, paging.IncludeTotalCount],
                    culture: null
                )!;
        made.Add(name, (type, item.Type, paging.IncludeTotalCount));
        return type;
    }

    private ObjectType Make<T>(string name, NamedType node, bool hasTotal)
    {
        var edge = registry.Add(new ObjectType($"{name}Edge"), $"the connection of {name}");
        edge.Description = "An item of a page and its cursor.";
        SetFields(
            edge,
            Leaf<Edge<T>>(
                "cursor",
                BuiltInScalars.String.NonNull(),
                item => item.Cursor,
                "The place of the item, for `after` and `before`."
            ),
            Read<Edge<T>>("node", node.NonNull(), item => item.Node, "The item.")
        );

        var connection = registry.Add(new ObjectType($"{name}Connection"), $"the connection of {name}");
        connection.Description = "A page of a list.";
        var fields = new List<FieldDefinition>
        {
            Read<Connection<T>>("edges", edge.NonNull().List(), page => page.Edges, "The items with their cursors."),
            Read<Connection<T>>("nodes", node.NonNull().List(), page => page.Nodes, "The items."),
            Read<Connection<T>>(
                "pageInfo",
                PageInfoType().NonNull(),
                page => page.PageInfo,
                "What lies around the page."
            ),
        };
        if (hasTotal)
        {
            fields.Add(
                new FieldDefinition("totalCount", BuiltInScalars.Int.NonNull())
                {
                    Description = "How many items there are on all pages.",
                    Resolver = async context =>
                        await ((Connection<T>)context.Parent!)
                            .CountAsync(context.CancellationToken)
                            .ConfigureAwait(false),
                }
            );
        }

        SetFields(connection, [.. fields]);
        return connection;
    }

    private ObjectType PageInfoType()
    {
        if (pageInfo is not null)
        {
            return pageInfo;
        }

        pageInfo = registry.Add(new ObjectType("PageInfo"), "paging");
        pageInfo.Description = "What lies around a page.";
        pageInfo.RuntimeType = typeof(PageInfo);
        SetFields(
            pageInfo,
            Flag(
                "hasNextPage",
                (page, token) => page.HasNextPageAsync(token),
                "Whether there are items behind the page."
            ),
            Flag(
                "hasPreviousPage",
                (page, token) => page.HasPreviousPageAsync(token),
                "Whether there are items before the page."
            ),
            Leaf<PageInfo>(
                "startCursor",
                BuiltInScalars.String,
                page => page.StartCursor,
                "The cursor of the first item."
            ),
            Leaf<PageInfo>("endCursor", BuiltInScalars.String, page => page.EndCursor, "The cursor of the last item.")
        );
        return pageInfo;
    }

    private static void SetFields(ObjectType type, params FieldDefinition[] fields)
    {
        type.Fields = new NamedList<FieldDefinition>(fields);
        foreach (var field in fields)
        {
            field.DeclaringType = type;
        }
    }

    private static FieldDefinition Read<TParent>(
        string name,
        GraphQLType type,
        Func<TParent, object?> read,
        string description
    ) =>
        new(name, type)
        {
            Description = description,
            Pure = parent => read((TParent)parent),
            Resolver = context => new ValueTask<object?>(read((TParent)context.Parent!)),
        };

    private static FieldDefinition Leaf<TParent>(
        string name,
        GraphQLType type,
        Func<TParent, string?> read,
        string description
    )
    {
        var field = Read<TParent>(name, type, read, description);
        field.WriteLeaf = (parent, buffer) =>
        {
            var text = read((TParent)parent);
            if (text is null)
            {
                return false;
            }

            buffer.WriteString(text);
            return true;
        };
        return field;
    }

    private static FieldDefinition Flag(
        string name,
        Func<PageInfo, CancellationToken, ValueTask<bool>> read,
        string description
    ) =>
        new(name, BuiltInScalars.Boolean.NonNull())
        {
            Description = description,
            Resolver = async context =>
                await read((PageInfo)context.Parent!, context.CancellationToken).ConfigureAwait(false),
        };
}
