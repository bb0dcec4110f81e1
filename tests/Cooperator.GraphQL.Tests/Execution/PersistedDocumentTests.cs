using System.Text;
using System.Text.Json;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Documents sent by their id or hash: "Persisted Documents" of GraphQL over HTTP, and Apollo's automatic persisted queries.</summary>
public sealed class PersistedDocumentTests
{
    private const string Sdl = "type Query { id: Int name: String }";
    private const string Known = "{ id }";
    private const string Unknown = "{ name }";
    private const string NotFound =
        """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";
    private const string NotTrusted =
        """{"errors":[{"message":"Only documents that are known beforehand are executed here.","extensions":{"code":"DOCUMENT_NOT_TRUSTED"}}]}""";

    private static readonly Dictionary<string, object?> Root = ExecutionCase.Object(("id", 1), ("name", "n"));

    [Fact]
    public async Task A_trusted_document_is_executed_by_its_id()
    {
        var executor = Executor(options => options.TrustedDocuments = Manifest("known", Known));
        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, id: "known"));
        Assert.Equal(
            """{"errors":[{"message":"The document is not known here: send its text.","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""",
            await AskAsync(executor, id: "unknown")
        );
    }

    [Fact]
    public async Task A_trusted_document_is_executed_by_its_hash_in_the_extension()
    {
        var executor = Executor(options =>
        {
            options.TrustedDocuments = Manifest($"sha256:{DocumentHash.Of(Encoding.UTF8.GetBytes(Known))}", Known);
            options.OnlyTrustedDocuments = true;
        });
        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, hashOf: Known));
        Assert.Equal(NotFound, await AskAsync(executor, hashOf: Unknown));
    }

    [Fact]
    public async Task Locked_down_nothing_else_is_executed()
    {
        var executor = Executor(options =>
        {
            options.TrustedDocuments = Manifest($"sha256:{DocumentHash.Of(Encoding.UTF8.GetBytes(Known))}", Known);
            options.OnlyTrustedDocuments = true;
        });
        Assert.Equal(NotTrusted, await AskAsync(executor, Unknown));
        Assert.Equal(NotTrusted, await AskAsync(executor, Unknown, hashOf: Unknown));
        Assert.Equal(NotTrusted, await AskAsync(executor, Unknown, id: "unknown"));
        Assert.Equal(NotFound, await AskAsync(executor, hashOf: Unknown));
        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, Known));
    }

    [Fact]
    public async Task Locked_down_without_a_manifest_nothing_is_executed()
    {
        var executor = Executor(options => options.OnlyTrustedDocuments = true);
        Assert.Equal(NotTrusted, await AskAsync(executor, Known));
    }

    [Fact]
    public async Task A_document_that_came_with_its_hash_is_asked_for_by_the_hash()
    {
        var executor = Executor(_ => { });
        Assert.Equal(NotFound, await AskAsync(executor, hashOf: Known));
        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, Known, hashOf: Known));
        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, hashOf: Known));
    }

    [Fact]
    public async Task A_hash_of_another_text_is_refused_and_not_kept()
    {
        var executor = Executor(_ => { });
        Assert.Equal(
            """{"errors":[{"message":"provided sha does not match query"}]}""",
            await AskAsync(executor, Unknown, hashOf: Known)
        );
        Assert.Equal(NotFound, await AskAsync(executor, hashOf: Known));
    }

    [Fact]
    public async Task A_hash_does_not_come_to_mean_a_trusted_document_that_was_asked_for_beside_it()
    {
        var executor = Executor(options => options.TrustedDocuments = Manifest("known", Known));

        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, text: "anything", id: "known", hashOf: Unknown));

        Assert.Equal(NotFound, await AskAsync(executor, hashOf: Unknown));
        Assert.Equal("""{"data":{"name":"n"}}""", await AskAsync(executor, Unknown, hashOf: Unknown));
        Assert.Equal("""{"data":{"name":"n"}}""", await AskAsync(executor, hashOf: Unknown));
    }

    [Fact]
    public async Task Locked_down_a_document_may_be_sent_as_text_or_by_its_hash_whatever_its_id_is()
    {
        var executor = Executor(options =>
        {
            options.TrustedDocuments = Manifest("known", Known);
            options.OnlyTrustedDocuments = true;
        });

        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, Known));
        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, hashOf: Known));
        Assert.Equal("""{"data":{"id":1}}""", await AskAsync(executor, Known, hashOf: Known));
        Assert.Equal(NotTrusted, await AskAsync(executor, Unknown));
    }

    [Fact]
    public async Task What_can_not_be_executed_is_not_kept()
    {
        var executor = Executor(_ => { });
        await AskAsync(executor, "{ id", hashOf: "{ id");
        Assert.Equal(NotFound, await AskAsync(executor, hashOf: "{ id"));
    }

    [Fact]
    public async Task Only_so_many_documents_are_kept()
    {
        var executor = Executor(options => options.PersistedQueryCacheSize = 2);
        for (var index = 0; index < 4; index++)
        {
            await AskAsync(executor, $"{{ a{index}: id }}", hashOf: $"{{ a{index}: id }}");
        }

        Assert.Equal(NotFound, await AskAsync(executor, hashOf: "{ a0: id }"));
        Assert.Equal("""{"data":{"a3":1}}""", await AskAsync(executor, hashOf: "{ a3: id }"));
    }

    [Fact]
    public async Task Where_hashes_are_not_supported_clients_are_told_so()
    {
        var executor = Executor(options => options.PersistedQueryCacheSize = 0);
        Assert.Equal(
            """{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}""",
            await AskAsync(executor, hashOf: Known)
        );
    }

    [Theory]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"00"}}""", "Unsupported persisted query version")]
    [InlineData("""{"persistedQuery":{"sha256Hash":"00"}}""", "Unsupported persisted query version")]
    [InlineData("""{"persistedQuery":{"version":1}}""", "The extension \\\"persistedQuery\\\" must be")]
    [InlineData("""{"persistedQuery":"00"}""", "The extension \\\"persistedQuery\\\" must be")]
    public async Task Anything_else_in_the_extension_is_refused(string extensions, string message) =>
        Assert.StartsWith(
            $"{{\"errors\":[{{\"message\":\"{message}",
            await AskAsync(Executor(_ => { }), extensions: extensions),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"sha256:00":"{ id }"}""")]
    [InlineData("nothing")]
    public void A_manifest_is_ids_with_texts_and_true_hashes(string manifest) =>
        Assert.Throws<InvalidDataException>(() => TrustedDocuments.Parse(Encoding.UTF8.GetBytes(manifest)));

    private static TrustedDocuments Manifest(string id, string text) =>
        TrustedDocuments.Parse(
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { [id] = text })
        );

    private static RequestExecutor Executor(Action<GraphQLOptions> configure)
    {
        var options = new GraphQLOptions();
        configure(options);
        return Responses.Executor(ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync), options);
    }

    private static Task<string> AskAsync(
        RequestExecutor executor,
        string text = "",
        string? id = null,
        string? hashOf = null,
        string? extensions = null
    )
    {
        extensions ??= hashOf is null
            ? "{}"
            : $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{DocumentHash.Of(Encoding.UTF8.GetBytes(hashOf))}}}"}}""";
        return Responses.ExecuteAsync(
            executor,
            new OperationRequest
            {
                Document = Encoding.UTF8.GetBytes(text),
                DocumentId = id,
                Extensions = JsonDocument.Parse(extensions).RootElement,
                RootValue = Root,
                Services = Responses.NoServices,
            }
        );
    }
}
