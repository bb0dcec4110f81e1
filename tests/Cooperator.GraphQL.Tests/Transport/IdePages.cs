using System.Net;
using Cooperator.GraphQL.Tests.Transport.Support;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>What a browser finds at the endpoint.</summary>
public sealed class IdePages : IDisposable
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphql-ide");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_browser_gets_the_IDE_with_its_settings_under_a_strict_policy()
    {
        await BuildAsync();
        await using var server = await TransportServer.StartAsync(o =>
        {
            o.Ide.Folder = _folder.FullName;
            o.Ide.Title = "Coop & Co";
            o.Ide.DefaultHeaders["Coop"] = "linden\"hof";
        });
        using var response = await server.GetAsync("", Browser);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Contains("<title>Coop & Co</title>", page, StringComparison.Ordinal);
        Assert.Contains(
            """<script type="module" src="/graphql/ide/ide.js"></script>""",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("""{"endpoint":"/graphql",""", page, StringComparison.Ordinal);
        Assert.Contains(
            "script-src 'self';",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_the_bundle_the_page_says_how_to_build_it()
    {
        await using var server = await TransportServer.StartAsync(o => o.Ide.Folder = _folder.FullName);
        using var response = await server.GetAsync("", Browser);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("npm run build", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_may_switch_the_IDE_off()
    {
        await BuildAsync();
        await using var server = await TransportServer.StartAsync(o =>
        {
            o.Ide.Folder = _folder.FullName;
            o.Ide.Enabled = false;
        });
        using var page = await server.GetAsync("?query=%7Bhello%7D", Browser);
        await page.ShouldBeAsync(HttpStatusCode.OK, "application/json", """{"data":{"hello":"world"}}""");
        using var script = await server.GetAsync("graphql/ide/ide.js");
        Assert.Equal(HttpStatusCode.NotFound, script.StatusCode);
    }

    [Fact]
    public async Task Files_are_compressed_tagged_and_kept_by_their_kind()
    {
        await BuildAsync();
        await using var server = await TransportServer.StartAsync(o => o.Ide.Folder = _folder.FullName);
        using var plain = await server.GetAsync("graphql/ide/ide.js");
        Assert.Equal("script", await plain.Content.ReadAsStringAsync());
        Assert.True(plain.Headers.CacheControl?.NoCache);
        using var compressed = await server.GetAsync("graphql/ide/ide.js", headers: ("Accept-Encoding", "gzip, br"));
        Assert.Equal(["br"], compressed.Content.Headers.ContentEncoding);
        using var same = await server.GetAsync(
            "graphql/ide/ide.js",
            headers: ("If-None-Match", plain.Headers.ETag!.ToString())
        );
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using var worker = await server.GetAsync("graphql/ide/assets/worker-1.js");
        Assert.Equal(TimeSpan.FromDays(365), worker.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("graphql/ide/missing.js")]
    [InlineData("graphql/ide/..%2Fsecret")]
    [InlineData("graphql/ide/")]
    public async Task No_other_file_is_served(string path)
    {
        await BuildAsync();
        await using var server = await TransportServer.StartAsync(o => o.Ide.Folder = _folder.FullName);
        using var response = await server.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task BuildAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "ide.js"), "script");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "ide.js.br"), "brotli");
        await File.WriteAllTextAsync(
            Path.Combine(_folder.CreateSubdirectory("assets").FullName, "worker-1.js"),
            "worker"
        );
    }
}
