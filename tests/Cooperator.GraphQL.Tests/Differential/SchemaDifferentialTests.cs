using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Differential.Generating;
using Cooperator.GraphQL.Tests.Differential.Mutating;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>Schemas read from SDL, and what is wrong with broken ones, against graphql-js.</summary>
public sealed class SchemaDifferentialTests : IDisposable
{
    private readonly GraphQLOracle _oracle = GraphQLOracle.Start();

    [Fact]
    public void Schemas_are_read_checked_and_printed_as_by_the_reference()
    {
        foreach (var seed in DifferentialRun.Seeds())
        {
            DifferentialRun.Compare(
                seed,
                Mutation.Of(new SchemaGenerator(seed).Generate(), seed),
                Expected,
                text => Actual(text.ToString())
            );
        }
    }

    /// <summary>What no generator comes upon, found by hand.</summary>
    [Fact]
    public void A_directive_of_the_specification_that_is_defined_anew_needs_what_it_always_needed()
    {
        const string Sdl =
            "type Query { a: Int } scalar S @specifiedBy(uri: \"x\") directive @specifiedBy(uri: String) on SCALAR";

        DifferentialRun.Compare(0, [new Source(Sdl)], Expected, text => Actual(text.ToString()));
    }

    public void Dispose() => _oracle.Dispose();

    private List<string> Expected(IReadOnlyList<string> schemas) =>
        [
            .. _oracle
                .CheckAll(schemas)
                .Select(answer =>
                    answer.Parse?.ToString()
                    ?? (answer.Thrown is { } fault ? DifferentialRun.FirstOf(fault) : null)
                    ?? answer.Printed
                    ?? Sorted(answer.Validation!)
                ),
        ];

    // The order of the faults of a schema is the order in which it was built. That a type must implement what is no interface is not worth telling.
    private static string Sorted(OracleError[] errors)
    {
        var words = errors
            .Where(error =>
                !errors.Any(other =>
                    other.Message.Split(" it cannot implement ") is [_, var name]
                    && error.Message.Contains($" must implement {name[..^1]} because ", StringComparison.Ordinal)
                )
            )
            .Select(error => error.ToString());
        return string.Join('\n', words.Distinct().Order(StringComparer.Ordinal));
    }

    private static string Actual(string sdl)
    {
        try
        {
            return SchemaPrinter.Print(SchemaBuilder.FromSdl(sdl));
        }
        catch (GraphQLException exception)
        {
            return DifferentialRun.Describe(exception.Errors.Single());
        }
        catch (SchemaException exception)
        {
            return string.Join(
                '\n',
                exception.Errors.Select(DifferentialRun.Describe).Distinct().Order(StringComparer.Ordinal)
            );
        }
    }
}
