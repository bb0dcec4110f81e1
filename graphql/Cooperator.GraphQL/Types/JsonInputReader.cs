using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Scalars;

namespace Cooperator.GraphQL.Types;

/// <summary>
/// Reads JSON as canonical values, and reports whatever is wrong in it, one fault after another: who is told may end the reading by an exception.
/// </summary>
internal readonly struct JsonInputReader(
    Action<InputFault> report,
    IReadOnlyDictionary<string, UploadedFile>? files = null
)
{
    public object? Read(GraphQLType type, JsonElement value, InputPath? path)
    {
        if (type is NonNullType nonNull)
        {
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                return Fault($"Expected value of non-null type \"{type}\" not to be null.", path);
            }

            type = nonNull.Type;
        }

        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        return type switch
        {
            ListType list => ReadList(list, value, path),
            InputObjectType inputObject => ReadObject(inputObject, value, path),
            EnumType enumType => ReadEnum(enumType, value, path),
            _ => ReadScalar((ScalarType)type, value, path),
        };
    }

    private List<object?> ReadList(ListType type, JsonElement value, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Read(type.ItemType, value, path)];
        }

        var items = new List<object?>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            items.Add(Read(type.ItemType, item, new InputPath(path, items.Count)));
        }

        return items;
    }

    private object? ReadObject(InputObjectType type, JsonElement value, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Fault(
                $"Expected value of type \"{type}\" to be an object, found: {InspectedValue.Of(value)}.",
                path
            );
        }

        // Shown once for all that is wrong with it, since it may be large.
        string? shown = null;
        var result = new Dictionary<string, object?>(type.Fields.Count, StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var given))
            {
                result[field.Name] = Read(field.Type, given, new InputPath(path, field.Name));
            }
            else if (field.DefaultValue is not null)
            {
                result[field.Name] = field.CanonicalDefault;
            }
            else if (field.Type is NonNullType)
            {
                Fault(
                    $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {shown ??= InspectedValue.Of(value)}.",
                    path
                );
            }
        }

        CheckNames(type, value, path, shown);
        return result;
    }

    private void CheckNames(InputObjectType type, JsonElement value, InputPath? path, string? shown)
    {
        var known = new List<JsonProperty>();
        foreach (var property in value.EnumerateObject())
        {
            if (type.Fields.Contains(property.Name))
            {
                known.Add(property);
                continue;
            }

            var suggestion = Suggestions.DidYouMean(property.Name, type.Fields.Select(field => field.Name));
            Fault(
                $"Expected value of type \"{type}\" not to include unknown field \"{property.Name}\""
                    + $"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {shown ??= InspectedValue.Of(value)}.",
                path
            );
        }

        if (!type.IsOneOf)
        {
            return;
        }

        if (known.Count != 1)
        {
            Fault(InputCoercion.OneOfMessage(type), path);
        }
        else if (known[0].Value.ValueKind == JsonValueKind.Null)
        {
            Fault(InputCoercion.OneOfMessage(type), new InputPath(path, known[0].Name));
        }
    }

    private object? ReadEnum(EnumType type, JsonElement value, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            var shown = InspectedValue.Of(value);
            return Fault(
                $"Enum \"{type}\" cannot represent non-string value: {shown}.{Suggestions.DidYouMean("the enum value", shown, type.Values.Select(known => known.Name))}",
                path
            );
        }

        var name = value.GetString()!;
        return type.Values.TryGet(name, out var found)
            ? found.Value
            : Fault(
                InputCoercion.UnknownEnumValue(type, name)
                    + Suggestions.DidYouMean("the enum value", name, type.Values.Select(known => known.Name)),
                path
            );
    }

    private object? ReadScalar(ScalarType type, JsonElement value, InputPath? path)
    {
        try
        {
            return type is UploadScalar && files is not null ? UploadScalar.Find(value, files) : type.ParseValue(value);
        }
        catch (ScalarCoercionException refusal)
        {
            return Fault(refusal.Message, path);
        }
    }

    private object? Fault(string message, InputPath? path)
    {
        report(new InputFault(message, InputPath.ToList(path)));
        return null;
    }
}
