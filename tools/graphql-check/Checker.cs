using System.Collections.Immutable;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQLCheck;

/// <summary>Checks documents by the rules of the specification. The limits of a server are not asked: they are the server's own affair.</summary>
internal sealed class Checker(Schema schema)
{
    private readonly DocumentValidator validator = new(schema);

    public static ParserOptions ParserOptions { get; } = new() { MaxTokens = int.MaxValue, MaxNesting = 10_000 };

    public Report Check(string text)
    {
        try
        {
            var document = Parser.Parse(text, ParserOptions);
            return new Report(Parse: null, validator.ValidateRules(document));
        }
        catch (GraphQLException exception)
        {
            return new Report(exception.Errors[0], []);
        }
    }
}

/// <summary>What is wrong with a document: the one error that kept it from being read, or the rules it breaks.</summary>
internal sealed record Report(GraphQLError? Parse, ImmutableArray<GraphQLError> Validation)
{
    public bool IsOk => Parse is null && Validation.IsEmpty;
}
