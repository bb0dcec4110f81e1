using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>What was said to the <see cref="GraphQLServerBuilder"/>.</summary>
internal sealed class GraphQLServerConfiguration
{
    private readonly HashSet<Type> known = [];
    private readonly List<Type> classes = [];

    /// <summary>The attributed classes in the order they were added, each once.</summary>
    public IReadOnlyList<Type> Classes => classes;

    public Dictionary<Type, ScalarType> Scalars { get; } = [];

    public GraphQLOptions Options { get; } = new();

    public List<OperationMiddleware> OperationMiddleware { get; } = [];

    public List<MutationFieldMiddleware> MutationFieldMiddleware { get; } = [];

    public void AddClass(Type type)
    {
        if (known.Add(type))
        {
            classes.Add(type);
        }
    }
}
