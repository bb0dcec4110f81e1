using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Scalars;

/// <summary>A UUID in its usual form of 36 characters.</summary>
internal sealed class UUIDScalar : TextScalar<Guid>
{
    public UUIDScalar()
        : base("UUID")
    {
        Description = "A UUID, such as `01939fc5-9f3a-7c3e-8d4b-2f6a1e0c5b7d`.";
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc9562";
    }

    public override void WriteValue(JsonBuffer buffer, Guid value) => buffer.WriteString(value);

    protected override bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);
}

/// <summary>An absolute address on the web.</summary>
internal sealed class URLScalar : TextScalar<Uri>
{
    public URLScalar()
        : base("URL")
    {
        Description = "An absolute `http` or `https` address.";
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3986";
    }

    public override void WriteValue(JsonBuffer buffer, Uri value) =>
        buffer.WriteString(value.IsAbsoluteUri ? value.AbsoluteUri : value.OriginalString);

    protected override bool TryParse(string text, out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value!)
        && (value.Scheme == Uri.UriSchemeHttp || value.Scheme == Uri.UriSchemeHttps);
}
