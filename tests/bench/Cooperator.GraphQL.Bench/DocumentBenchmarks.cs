using System.Text;
using BenchmarkDotNet.Attributes;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Bench;

/// <summary>What a document costs that was not seen before.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private const string Text = """
        query Board($withNotes: Boolean!) {
          items { ...Card neighbour { ...Card neighbour { id } } }
          one { __typename id alias: name note @include(if: $withNotes) ... on Item { price } }
        }
        fragment Card on Item { id name price isOpen note @skip(if: $withNotes) }
        """;

    private readonly byte[] _text = Encoding.UTF8.GetBytes(Text);
    private readonly Schema _schema = ItemSchema.Build();
    private readonly DocumentNode _document = Parser.Parse(Text);
    private DocumentValidator _validator = null!;

    /// <summary>Prepares the rules.</summary>
    [GlobalSetup]
    public void Prepare() => _validator = new DocumentValidator(_schema, new ValidationOptions());

    /// <summary>From bytes to syntax nodes.</summary>
    [Benchmark]
    public DocumentNode Parse() => Parser.Parse(new Source(_text));

    /// <summary>Every rule and limit.</summary>
    [Benchmark]
    public int Validate() => _validator.Validate(_document).Length;
}
