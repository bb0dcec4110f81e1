namespace Cooperator.GraphQL.Execution;

/// <summary>Writes errors as section 7.1.7 of the specification has them.</summary>
internal static class ErrorJson
{
    public static void Write(JsonBuffer buffer, IReadOnlyList<GraphQLError> errors)
    {
        buffer.WriteByte((byte)'[');
        for (var index = 0; index < errors.Count; index++)
        {
            if (index > 0)
            {
                buffer.WriteByte((byte)',');
            }

            Write(buffer, errors[index]);
        }

        buffer.WriteByte((byte)']');
    }

    private static void Write(JsonBuffer buffer, GraphQLError error)
    {
        buffer.WriteRaw("{\"message\":"u8);
        buffer.WriteString(error.Message);
        if (!error.Locations.IsDefaultOrEmpty)
        {
            buffer.WriteRaw(",\"locations\":["u8);
            for (var index = 0; index < error.Locations.Length; index++)
            {
                buffer.WriteRaw(index > 0 ? ",{\"line\":"u8 : "{\"line\":"u8);
                buffer.WriteNumber(error.Locations[index].Line);
                buffer.WriteRaw(",\"column\":"u8);
                buffer.WriteNumber(error.Locations[index].Column);
                buffer.WriteByte((byte)'}');
            }

            buffer.WriteByte((byte)']');
        }

        if (error.Path is { } path)
        {
            buffer.WriteRaw(",\"path\":"u8);
            ObjectJson.Write(buffer, path);
        }

        if (error.Extensions is { Count: > 0 } extensions)
        {
            buffer.WriteRaw(",\"extensions\":"u8);
            ObjectJson.Write(buffer, extensions);
        }

        buffer.WriteByte((byte)'}');
    }
}
