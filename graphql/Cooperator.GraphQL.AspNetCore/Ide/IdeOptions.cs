namespace Cooperator.GraphQL.AspNetCore;

/// <summary>What the IDE at the endpoint shows and sends.</summary>
public sealed class IdeOptions
{
    /// <summary>Whether a browser that opens the endpoint is given the IDE. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The title of the page. Default <c>GraphiQL</c>.</summary>
    public string Title { get; set; } = "GraphiQL";

    /// <summary>The operation a new visitor finds in the editor; null for GraphiQL's own welcome. Default null.</summary>
    public string? DefaultQuery { get; set; }

    /// <summary>
    /// Headers put into the headers editor of a new tab, where the person can change them. They go out with each request and,
    /// as the payload of <c>connection_init</c>, with each subscription. Default none.
    /// </summary>
    public IDictionary<string, string> DefaultHeaders { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Headers sent with each request without being shown, such as the one that tells a session cookie's request from a forged one.
    /// Default none.
    /// </summary>
    public IDictionary<string, string> HiddenHeaders { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The folder that holds the built IDE. Default <c>graphql-ide</c> beside the program.</summary>
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "graphql-ide");
}
