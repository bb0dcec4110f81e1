using Cooperator.GraphQL.Diagnostics;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL;

/// <summary>The limits and switches of a GraphQL server. A limit of 0 is off.</summary>
public sealed class GraphQLOptions
{
    /// <summary>The deepest nesting of fields. Default 20; introspection has a limit of its own.</summary>
    public int MaxDepth { get; set; } = 20;

    /// <summary>
    /// The highest cost of an operation with its variables, see <see cref="CostAttribute"/> and <see cref="ListSizeAttribute"/>; dearer ones are refused with
    /// the code <c>COST_LIMIT_EXCEEDED</c> before anything runs. Default 10,000. A request whose <c>extensions</c> say <c>{"cost": "report"}</c> is told its
    /// cost in the response's <c>extensions</c>.
    /// </summary>
    public double MaxCost { get; set; } = 10_000;

    /// <summary>The most tokens in a document. Default 10,000.</summary>
    public int MaxTokens { get; set; } = 10_000;

    /// <summary>The most aliases in an operation. Default 100.</summary>
    public int MaxAliases { get; set; } = 100;

    /// <summary>The most directives in an operation. Default 100.</summary>
    public int MaxDirectives { get; set; } = 100;

    /// <summary>The most validation errors reported before validation stops. Default 100.</summary>
    public int MaxErrors { get; set; } = 100;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for. Default true.</summary>
    public bool EnableIntrospection { get; set; } = true;

    /// <summary>
    /// Whether the schema has <c>@defer</c> and <c>@stream</c>, with which clients that can take a response in parts get the first of it sooner.
    /// Default false: while parts are executed, whatever middlewares hold for the operation, such as a transaction, stays open.
    /// </summary>
    public bool EnableDeferAndStream { get; set; }

    /// <summary>Whether the text of unexpected exceptions is told to the client. Default false; for development only.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>How long one operation may run. Default 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> is no limit.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many parsed, validated and compiled documents are kept. Default 1,000.</summary>
    public int DocumentCacheSize { get; set; } = 1000;

    /// <summary>Documents that clients may ask for by their id, or by their hash in Apollo's <c>persistedQuery</c> extension. None by default.</summary>
    public TrustedDocuments? TrustedDocuments { get; set; }

    /// <summary>Whether anything but <see cref="TrustedDocuments"/> is refused, with the code <c>DOCUMENT_NOT_TRUSTED</c>. Default false.</summary>
    public bool OnlyTrustedDocuments { get; set; }

    /// <summary>
    /// How many documents are kept that clients have sent with their hash, in Apollo's protocol of automatic persisted queries, to be asked for by the
    /// hash alone. Default 1,000.
    /// </summary>
    public int PersistedQueryCacheSize { get; set; } = 1000;

    /// <summary>
    /// Whether each call of a resolver is an activity of its own in traces that are recorded. Default false: it is for finding out what is slow, and
    /// makes traces large. Fields that are plain properties are never told.
    /// </summary>
    public bool TraceFields { get; set; }

    /// <summary>
    /// Whether the activity of an operation is named with its name (<c>query Members</c>) and not by its type alone (<c>query</c>). Default false, as
    /// OpenTelemetry's conventions ask: clients choose names as they like. With <see cref="OnlyTrustedDocuments"/> they are few.
    /// </summary>
    public bool NameActivitiesByOperation { get; set; }

    /// <summary>How long an operation may take before <see cref="OnSlowOperation"/> is told. Default 1 second.</summary>
    public TimeSpan SlowOperationThreshold { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Is told of each slow operation, after it; null by default. It must not throw.</summary>
    public Action<SlowOperation>? OnSlowOperation { get; set; }
}
