using System.Text;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Scalars;

namespace Cooperator.GraphQL.Types;

/// <summary>Prints a schema as SDL in the layout of the reference implementation: directives, then the root types, then the other types by name.</summary>
public static class SchemaPrinter
{
    /// <summary>The SDL of the schema, without the directives, scalars and introspection types that every schema has. Ends with a line break.</summary>
    public static string Print(Schema schema)
    {
        var blocks = new List<string>();
        if (SchemaDefinition(schema) is { } definition)
        {
            blocks.Add(definition);
        }

        blocks.AddRange(
            schema
                .Directives.Where(directive => !BuiltInDirectives.All.Contains(directive))
                .OrderBy(directive => directive.Name, StringComparer.Ordinal)
                .Select(Directive)
        );
        NamedType?[] roots = [schema.QueryType, schema.MutationType, schema.SubscriptionType];
        blocks.AddRange(
            schema
                .OrderedTypes.Where(type => !type.IsIntrospectionType && !BuiltInScalars.IsSpecified(type))
                .OrderBy(type => Array.IndexOf(roots, type) is >= 0 and var index ? index : roots.Length)
                .ThenBy(type => type.Name, StringComparer.Ordinal)
                .Select(Print)
        );
        return string.Join("\n\n", blocks) + "\n";
    }

    /// <summary>The SDL of one type.</summary>
    public static string Print(NamedType type) =>
        Description(type.Description)
        + type switch
        {
            ScalarType scalar => $"scalar {scalar}{SpecifiedBy(scalar)}",
            ObjectType objectType => $"type {objectType}{Implements(objectType)}{Fields(objectType)}",
            InterfaceType interfaceType =>
                $"interface {interfaceType}{Implements(interfaceType)}{Fields(interfaceType)}",
            UnionType union => union.Types.Count == 0
                ? $"union {union}"
                : $"union {union} = {string.Join(" | ", union.Types)}",
            EnumType enumType => $"enum {enumType}"
                + Block(
                    enumType.Values,
                    value => (value.Description, value.Name + Deprecated(value.DeprecationReason))
                ),
            InputObjectType input => $"input {input}{(input.IsOneOf ? " @oneOf" : "")}"
                + Block(input.Fields, field => (field.Description, InputValue(field))),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a kind of type."),
        };

    private static string? SchemaDefinition(Schema schema)
    {
        var usual =
            (schema.QueryType is null || schema.QueryType.Name == "Query")
            && IsUsual(schema, schema.MutationType, "Mutation")
            && IsUsual(schema, schema.SubscriptionType, "Subscription");
        if (usual && schema.Description is null)
        {
            return null;
        }

        var text = new StringBuilder(Description(schema.Description)).Append("schema {\n");
        foreach (
            var (name, type) in new[]
            {
                ("query", schema.QueryType),
                ("mutation", schema.MutationType),
                ("subscription", schema.SubscriptionType),
            }
        )
        {
            if (type is not null)
            {
                text.Append("  ").Append(name).Append(": ").Append(type.Name).Append('\n');
            }
        }

        return text.Append('}').ToString();
    }

    // A type that is merely called "Mutation" would be taken for the root without a schema definition.
    private static bool IsUsual(Schema schema, ObjectType? root, string name) =>
        ReferenceEquals(root, schema.FindType(name) as ObjectType);

    private static string Directive(DirectiveDefinition directive) =>
        $"{Description(directive.Description)}directive {directive}{Arguments(directive.Arguments, "")}"
        + $"{Deprecated(directive.DeprecationReason)}{(directive.IsRepeatable ? " repeatable" : "")}"
        + $" on {string.Join(" | ", directive.Locations.Select(location => location.ToName()))}";

    private static string Implements(IFieldsType type) =>
        type.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", type.Interfaces)}";

    private static string Fields(IFieldsType type) =>
        Block(
            type.Fields,
            field =>
                (
                    field.Description,
                    $"{field.Name}{Arguments(field.Arguments, "  ")}: {field.Type}{Deprecated(field.DeprecationReason)}"
                )
        );

    private static string Arguments(NamedList<InputValueDefinition> arguments, string indentation)
    {
        if (arguments.Count == 0)
        {
            return "";
        }

        if (arguments.All(argument => argument.Description is null))
        {
            return $"({string.Join(", ", arguments.Select(InputValue))})";
        }

        var inner = indentation + "  ";
        return $"(\n{Lines(arguments, argument => (argument.Description, InputValue(argument)), inner)}\n{indentation})";
    }

    private static string InputValue(InputValueDefinition value) =>
        value
        + (value.DefaultValue is { } literal ? $" = {Printer.Print(literal)}" : "")
        + Deprecated(value.DeprecationReason);

    private static string Block<T>(NamedList<T> items, Func<T, (string? Description, string Text)> print)
        where T : class, INamed => items.Count == 0 ? "" : $" {{\n{Lines(items, print, "  ")}\n}}";

    private static string Lines<T>(
        IEnumerable<T> items,
        Func<T, (string? Description, string Text)> print,
        string indentation
    ) =>
        string.Join(
            "\n",
            items.Select(
                (item, index) =>
                {
                    var (description, text) = print(item);
                    // A described item stands apart from the one before.
                    var gap = description is not null && index > 0 ? "\n" : "";
                    return $"{gap}{Description(description, indentation)}{indentation}{text}";
                }
            )
        );

    private static string Deprecated(string? reason) =>
        reason switch
        {
            null => "",
            BuiltInDirectives.DefaultDeprecationReason => " @deprecated",
            _ => $" @deprecated(reason: {Printer.Print(new StringValueNode(reason))})",
        };

    private static string SpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is { } url ? $" @specifiedBy(url: {Printer.Print(new StringValueNode(url))})" : "";

    private static string Description(string? description, string indentation = "") =>
        description is null
            ? ""
            : indentation
                + Printer
                    .Print(new StringValueNode(description, BlockString.IsPrintable(description)))
                    .Replace("\n", "\n" + indentation, StringComparison.Ordinal)
                + "\n";
}
