using System.Collections.Frozen;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Execution;

/// <summary>What a client asks for, see section 6.1 of the specification, and on whose behalf.</summary>
public sealed record OperationRequest
{
    /// <summary>The document as UTF-8 text; empty when it is meant by <see cref="DocumentId"/>.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The identifier of a document the server knows.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The operation to run; may be left out when the document has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables: a JSON object, or nothing. It is read until the operation has ended, of a subscription until its last event.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The protocol's extensions: a JSON object, or nothing.</summary>
    public JsonElement? Extensions { get; init; }

    /// <summary>The files that came with the request, by the strings that stand for them in <see cref="Variables"/>.</summary>
    public IReadOnlyDictionary<string, UploadedFile> Files { get; init; } =
        FrozenDictionary<string, UploadedFile>.Empty;

    /// <summary>The services resolvers are given: the scope of one request.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Who asks; nobody by default.</summary>
    public ClaimsPrincipal User
    {
        get => field ??= new ClaimsPrincipal();
        init;
    }

    /// <summary>Whatever a transport or a middleware wants to pass along to resolvers.</summary>
    public IDictionary<string, object?> Items
    {
        get => field ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        init;
    }

    /// <summary>The parent of the root fields; resolvers of attributed types do not need one.</summary>
    public object? RootValue { get; init; }

    /// <summary>Whether a mutation is refused, as for HTTP GET: with a request error of code <c>METHOD_NOT_ALLOWED</c>.</summary>
    public bool NoMutations { get; init; }

    /// <summary>
    /// Whether the client takes a response in parts, an <see cref="IncrementalResult"/>; otherwise <c>@defer</c> and <c>@stream</c> change nothing.
    /// </summary>
    public bool AcceptsParts { get; init; }

    /// <summary>
    /// Asked once a subscription is found to be one, before anything of it runs: who it runs for. What it throws leaves the executor as it is.
    /// Without it, it runs for <see cref="User"/>.
    /// </summary>
    public Func<CancellationToken, ValueTask<Subscriber>>? Subscribing { get; init; }

    /// <summary>Opens a fresh, initialised scope for each event of a subscription; without it events share <see cref="Services"/>.</summary>
    public Func<CancellationToken, ValueTask<AsyncServiceScope>>? EventScopes { get; init; }

    /// <summary>The same for somebody else.</summary>
    internal OperationRequest For(Subscriber subscriber) =>
        this with
        {
            User = subscriber.User,
            Items = new Dictionary<string, object?>(subscriber.Items, StringComparer.Ordinal),
        };
}
