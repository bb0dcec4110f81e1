using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Cooperator.GraphQL.Building;

/// <summary>Descriptions from attributes, and from the XML documentation file beside the assembly.</summary>
internal static partial class Descriptions
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    public static string? Of(Type type) => Given(type) ?? Summary(type.Assembly, $"T:{Id(type)}");

    public static string? Of(MethodInfo method) =>
        Given(method) ?? Summary(method.DeclaringType!.Assembly, $"M:{Id(method.DeclaringType)}.{method.Name}");

    public static string? Of(PropertyInfo property) =>
        Given(property)
        ?? Summary(property.DeclaringType!.Assembly, $"P:{Id(property.DeclaringType)}.{property.Name}")
        // The property of a positional record is described where its parameter is.
        ?? Parameter(property.DeclaringType.Assembly, $"T:{Id(property.DeclaringType)}", property.Name);

    public static string? Of(FieldInfo enumValue) =>
        Given(enumValue)
        ?? Summary(enumValue.DeclaringType!.Assembly, $"F:{Id(enumValue.DeclaringType)}.{enumValue.Name}");

    public static string? Of(ParameterInfo parameter)
    {
        var owner = parameter.Member.DeclaringType!;
        var given = parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description;
        return given
            ?? (
                parameter.Member is ConstructorInfo
                    ? Parameter(owner.Assembly, $"T:{Id(owner)}", parameter.Name!)
                        ?? Parameter(owner.Assembly, $"M:{Id(owner)}.#ctor", parameter.Name!)
                    : Parameter(owner.Assembly, $"M:{Id(owner)}.{parameter.Member.Name}", parameter.Name!)
            );
    }

    private static string? Given(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDescriptionAttribute>(false)?.Description;

    private static string? Summary(Assembly assembly, string id) => Text(Find(assembly, id)?.Element("summary"));

    private static string? Parameter(Assembly assembly, string id, string name) =>
        Text(
            Find(assembly, id)?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name)
        );

    private static XElement? Find(Assembly assembly, string id) => Files.GetOrAdd(assembly, Load).GetValueOrDefault(id);

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var found = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (assembly.Location.Length == 0 || !File.Exists(path))
        {
            return found;
        }

        try
        {
            foreach (var member in XDocument.Load(path).Descendants("member"))
            {
                var id = (string?)member.Attribute("name") ?? "";
                // Resolver classes have no overloads, so a method is known by its name alone.
                found.TryAdd(id.Split('(')[0].Split("``")[0], member);
            }
        }
        catch (XmlException)
        {
            // Some file of that name that is no documentation: the schema goes without.
        }

        return found;
    }

    private static string Id(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = string.Concat(element.Nodes().Select(Text));
        var paragraphs = text.Split('\u2029', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => Whitespace().Replace(paragraph, " ").Trim());
        var result = string.Join("\n\n", paragraphs);
        return result.Length == 0 ? null : result;
    }

    private static string Text(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference => reference
                .Value
                .Length > 0
                ? reference.Value
                : Reference(reference),
            XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "para" } paragraph =>
                $"\u2029{string.Concat(paragraph.Nodes().Select(Text))}\u2029",
            XElement other => string.Concat(other.Nodes().Select(Text)),
            _ => "",
        };

    private static string Reference(XElement element)
    {
        var target =
            (string?)element.Attribute("langword")
            ?? (string?)element.Attribute("name")
            ?? (string?)element.Attribute("cref")
            ?? (string?)element.Attribute("href")
            ?? "";
        var name = target.Split('(')[0];
        return element.Attribute("cref") is null ? $"`{name}`" : $"`{name[(name.LastIndexOfAny(['.', ':']) + 1)..]}`";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whitespace();
}
