using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential.Generating;

/// <summary>What the generators ask of a schema: only its definitions, so that they know nothing of the engine they test.</summary>
internal sealed class SchemaView
{
    private const string BuiltInDirectives = """
        directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @deprecated(reason: String = "") on FIELD_DEFINITION
        """;

    private readonly DocumentNode _schema;
    private readonly Dictionary<string, HashSet<string>> _possible = [];

    public SchemaView(string sdl)
    {
        _schema = Parser.Parse(sdl, new ParserOptions { MaxTokens = int.MaxValue });
        Types = _schema.Definitions.OfType<TypeDefinitionNode>().ToDictionary(type => type.Name.Value);
        Composites = [.. Types.Keys.Where(IsComposite)];
        Directives =
        [
            .. _schema
                .Definitions.Concat(Parser.Parse(BuiltInDirectives).Definitions)
                .OfType<DirectiveDefinitionNode>()
                .DistinctBy(directive => directive.Name.Value),
        ];
    }

    public IReadOnlyDictionary<string, TypeDefinitionNode> Types { get; }

    public string[] Composites { get; }

    public DirectiveDefinitionNode[] Directives { get; }

    public string? RootType(string keyword)
    {
        var schema = _schema.Definitions.OfType<SchemaDefinitionNode>().SingleOrDefault();
        var name = schema is null
            ? char.ToUpperInvariant(keyword[0]) + keyword[1..]
            : schema.OperationTypes.FirstOrDefault(type => type.Operation.Keyword() == keyword)?.Type.Name.Value;
        return name is not null && Types.ContainsKey(name) ? name : null;
    }

    public FieldDefinitionNode[] FieldsOf(string type) =>
        Types.GetValueOrDefault(type) switch
        {
            ObjectTypeDefinitionNode definition => [.. definition.Fields],
            InterfaceTypeDefinitionNode definition => [.. definition.Fields],
            _ => [],
        };

    public bool IsComposite(string type) =>
        Types.GetValueOrDefault(type)
            is ObjectTypeDefinitionNode
                or InterfaceTypeDefinitionNode
                or UnionTypeDefinitionNode;

    public bool Overlap(string a, string b) => Possible(a).Overlaps(Possible(b));

    private HashSet<string> Possible(string type)
    {
        if (!_possible.TryGetValue(type, out var possible))
        {
            possible = Types.GetValueOrDefault(type) switch
            {
                UnionTypeDefinitionNode union => [.. union.Types.Select(member => member.Name.Value)],
                InterfaceTypeDefinitionNode =>
                [
                    .. Types
                        .Values.OfType<ObjectTypeDefinitionNode>()
                        .Where(candidate => candidate.Interfaces.Any(implemented => implemented.Name.Value == type))
                        .Select(candidate => candidate.Name.Value),
                ],
                _ => [type],
            };
            _possible.Add(type, possible);
        }

        return possible;
    }
}
