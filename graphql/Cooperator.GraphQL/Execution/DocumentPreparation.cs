using System.Collections.Immutable;
using System.Diagnostics;
using Cooperator.GraphQL.Diagnostics;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Parses and validates documents, each once as long as it is in use.</summary>
internal sealed class DocumentPreparation(Schema schema, GraphQLOptions options, DocumentValidation validate)
{
    private readonly DocumentCache _cache = new(options.DocumentCacheSize);
    private readonly ParserOptions _parserOptions =
        options.MaxTokens > 0
            ? ParserOptions.Default with
            {
                MaxTokens = options.MaxTokens,
            }
            : ParserOptions.Default with
            {
                MaxTokens = int.MaxValue,
            };

    /// <summary>How many documents are kept now.</summary>
    public int CachedDocuments => _cache.Count;

    /// <exception cref="GraphQLException">The document cannot be executed.</exception>
    public PreparedDocument Prepare(ReadOnlyMemory<byte> text)
    {
        if (_cache.Find(text) is { } known)
        {
            return known;
        }

        // The request's memory may be used again for another one.
        var source = new Source(text.ToArray());
        var document = Parse(source);
        Validate(document);
        var prepared = new PreparedDocument(schema, document, _cache.Grow);
        _cache.Add(source.Utf8, prepared);
        return prepared;
    }

    private DocumentNode Parse(Source source)
    {
        using var activity = GraphQLDiagnostics.Activities.StartActivity("graphql.parse");
        var start = Stopwatch.GetTimestamp();
        try
        {
            return Parser.Parse(source, _parserOptions);
        }
        catch (GraphQLException wrong)
        {
            activity.Fail(wrong.Errors);
            throw;
        }
        finally
        {
            GraphQLDiagnostics.Record(GraphQLDiagnostics.ParseDuration, start);
        }
    }

    private void Validate(DocumentNode document)
    {
        using var activity = GraphQLDiagnostics.Activities.StartActivity("graphql.validate");
        var start = Stopwatch.GetTimestamp();
        var errors = validate(schema, document);
        GraphQLDiagnostics.Record(GraphQLDiagnostics.ValidateDuration, start);
        if (errors.Count > 0)
        {
            activity.Fail(errors);
            throw new GraphQLException(errors.ToImmutableArray());
        }
    }
}
