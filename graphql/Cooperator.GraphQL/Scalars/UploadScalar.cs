using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary>A file that came with the request, see the GraphQL multipart request specification. Input only, and only in variables.</summary>
internal sealed class UploadScalar : ScalarType
{
    private const string OnlyFiles = "Upload value must be a file of a multipart request.";

    public UploadScalar()
        : base("Upload", typeof(UploadedFile))
    {
        Description = "A file, sent as a part of a multipart request.";
        SpecifiedByUrl = "https://github.com/jaydenseric/graphql-multipart-request-spec";
    }

    /// <summary>Reads a value as the transport left it: the name of a part that has a file.</summary>
    /// <exception cref="ScalarCoercionException">The request has no such file.</exception>
    public static UploadedFile Find(JsonElement value, IReadOnlyDictionary<string, UploadedFile> files) =>
        value.ValueKind == JsonValueKind.String && files.TryGetValue(value.GetString()!, out var file)
            ? file
            : throw new ScalarCoercionException(OnlyFiles);

    public override object ParseLiteral(ValueNode literal) => throw new ScalarCoercionException(OnlyFiles);

    public override object ParseValue(JsonElement value) => throw new ScalarCoercionException(OnlyFiles);

    public override void Write(JsonBuffer buffer, object value) =>
        throw new ScalarCoercionException("Upload cannot be part of a response.");

    public override ValueNode? ToLiteral(object value) => null;
}
