using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Cooperator.GraphQLCheck;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>The reference implementation of GraphQL, graphql-js, running in Node.</summary>
internal sealed class GraphQLOracle : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new StringWithHalves() },
    };

    private readonly Process _process;

    private GraphQLOracle(Process process) => _process = process;

    /// <summary>Starts it. Where Node is missing the test is skipped, except in CI, where it fails.</summary>
    public static GraphQLOracle Start(string? schema = null)
    {
        var oracle = new GraphQLOracle(NodeScript.Start("Cooperator.GraphQL.Tests/oracle", "oracle.mjs"));
        if (schema is not null)
        {
            oracle.Use(schema);
        }

        return oracle;
    }

    /// <summary>What is said about documents, asked all at once: waiting for each answer would take longer than the answers.</summary>
    public IReadOnlyList<OracleAnswer> AskAll(IReadOnlyList<string> queries) =>
        AskAll<OracleAnswer>([.. queries.Select(query => new { Query = query })]);

    /// <summary>What is said about schemas, asked all at once.</summary>
    public IReadOnlyList<OracleAnswer> CheckAll(IReadOnlyList<string> schemas) =>
        AskAll<OracleAnswer>([.. schemas.Select(schema => new { Check = schema })]);

    /// <summary>Chooses the schema that documents are about.</summary>
    public void Use(string schema) => Ask<object>(new { Schema = schema });

    /// <summary>The query that GraphiQL and code generators send.</summary>
    public string IntrospectionQuery() =>
        Ask<OracleAnswer>(
            new
            {
                Introspection = new
                {
                    SpecifiedByUrl = true,
                    DirectiveIsRepeatable = true,
                    SchemaDescription = true,
                    InputValueDeprecation = true,
                    OneOf = true,
                },
            }
        ).Printed!;

    /// <summary>The SDL of the schema that an answer to the introspection query describes.</summary>
    public string PrintIntrospected(object data) => Ask<OracleAnswer>(new { Introspected = data }).Printed!;

    /// <summary>The element of the schema that a coordinate means, or what is wrong with it.</summary>
    public string Find(string coordinate) => Ask<OracleAnswer>(new { Coordinate = coordinate }).Printed!;

    /// <summary>What is wrong with a schema, and how it is printed.</summary>
    public OracleAnswer Check(string sdl) => Ask<OracleAnswer>(new { Check = sdl });

    /// <summary>Executes a document over data; what <c>{"$error": "…"}</c> stands for is thrown.</summary>
    public OracleResponse Execute(string query, JsonNode root, JsonNode variables) =>
        Ask<OracleResponse>(
            new
            {
                Query = query,
                Root = root,
                Variables = variables,
            }
        );

    /// <summary>Executes a document that may defer and stream; gives every result.</summary>
    public OracleResults ExecuteIncrementally(string query, JsonNode root, JsonNode variables) =>
        Ask<OracleResults>(
            new
            {
                Query = query,
                Root = root,
                Variables = variables,
                Incremental = true,
            }
        );

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5_000))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private T Ask<T>(object request) => AskAll<T>([request])[0];

    private List<T> AskAll<T>(object[] requests)
    {
        // Read while writing: a full pipe would stop both sides for ever.
        var writing = Task.Run(() =>
        {
            foreach (var request in requests)
            {
                _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, Json));
            }

            _process.StandardInput.Flush();
        });
        List<T> answers = [.. requests.Select(_ => Read<T>())];
        writing.GetAwaiter().GetResult();
        return answers;
    }

    private T Read<T>()
    {
        var answer =
            _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The oracle died: " + _process.StandardError.ReadToEnd());
        return JsonSerializer.Deserialize<T>(answer, Json)!;
    }
}

/// <summary>What graphql-js says about a document.</summary>
internal sealed record OracleAnswer(
    OracleError? Parse,
    string? Printed,
    OracleError[]? Validation,
    OracleError? Thrown
);

/// <summary>What graphql-js answers when it executes a document; nothing when it is invalid.</summary>
internal sealed record OracleResponse(OracleError[] Validation, string? Response);

/// <summary>All that graphql-js answers when it executes a document that defers or streams; nothing when it is invalid.</summary>
internal sealed record OracleResults(OracleError[] Validation, string[]? Results);

internal sealed record OracleError(string Message, OracleLocation[] Locations)
{
    public override string ToString() =>
        $"{Message} ({string.Join(", ", Locations.Select(location => $"{location.Line}:{location.Column}"))})";
}

internal sealed record OracleLocation(int Line, int Column);

/// <summary>Writes halves of surrogate pairs, which documents may hold, as their escapes instead of replacing them.</summary>
internal sealed class StringWithHalves : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteRawValue(JsonText.Quote(value, options.Encoder!));
}
