namespace Cooperator.GraphQL.Types;

/// <summary>A schema cannot be built; the message lists everything that is wrong with it, one fault a line.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>Ends the building with one fault.</summary>
    public SchemaException(string message)
        : this([message]) { }

    /// <summary>Ends the building with several faults.</summary>
    public SchemaException(IReadOnlyList<string> faults)
        : base(string.Join("\n\n", faults)) => Faults = faults;

    /// <summary>What is wrong, one fault each.</summary>
    public IReadOnlyList<string> Faults { get; }
}
