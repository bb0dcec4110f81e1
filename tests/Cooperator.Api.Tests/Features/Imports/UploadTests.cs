using System.Net.Sockets;
using System.Text;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Jobs;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Imports;

/// <summary>Files on their way in, over a real connection.</summary>
public sealed class UploadTests(UploadTests.House house) : IClassFixture<UploadTests.House>
{
    [Fact]
    public async Task Who_sends_all_of_a_huge_file_before_listening_is_told_why_it_is_refused()
    {
        var token = (await house.TokensAsync(await house.AddPersonAsync(Role.Admin))).Access;
        const int size = 40 * 1024 * 1024;
        using var connection = new TcpClient();
        var address = house.ClientOptions.BaseAddress;
        await connection.ConnectAsync(address.Host, address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /imports?kind=UNITS HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n"
                    + $"Authorization: Bearer {token}\r\nCooperator-Coop: lindenhof\r\n"
                    + $"Content-Type: text/csv\r\nContent-Length: {size}\r\n\r\n"
            )
        );
        var part = new byte[64 * 1024];
        for (var sent = 0; sent < size; sent += part.Length)
        {
            await stream.WriteAsync(part);
        }

        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("LIST_TOO_LARGE", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\nHaus;Nr\r\nA;1", 1)]
    [InlineData("--b\r\nContent-Disposition: form-data; na", 1)]
    [InlineData("", 1)]
    [InlineData("Haus;Nr", 1)]
    [InlineData("--b\r\nx", 5000)]
    public async Task A_form_that_is_broken_off_is_refused_with_a_reason(string form, int boundary)
    {
        var answer = await UploadAsync(form, new string('b', boundary));
        await answer.ProblemAsync(400, "INVALID_INPUT");
    }

    [Fact]
    public async Task The_name_of_a_list_is_a_line_of_text()
    {
        const string form =
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename*=UTF-8''a%00b%0Ac%EF%BF%BE.csv\r\n\r\n"
            + "Haus;Nr\r\nA;1\r\n--b--\r\n";
        var answer = await UploadAsync(form, "b");

        var id = NodeIds.ParseGuid((await answer.JsonAsync(201)).Text("id"), "Import");
        var name = await house.InCoopAsync(
            house.Lindenhof,
            (services, ct) =>
                services
                    .GetRequiredService<CooperatorDbContext>()
                    .Imports.Where(i => i.Id == id)
                    .Select(i => i.FileName)
                    .SingleAsync(ct)
        );
        Assert.Equal("abc.csv", name);
    }

    private async Task<HttpResponseMessage> UploadAsync(string form, string boundary)
    {
        var token = (await house.TokensAsync(await house.AddPersonAsync(Role.Admin))).Access;
        using var client = house.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports?kind=UNITS");
        request.Content = new StringContent(form);
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        request.Headers.Add("Cooperator-Coop", "lindenhof");
        request.Headers.Authorization = new("Bearer", token);
        return await client.SendAsync(request);
    }

    [Fact]
    public async Task Lists_are_kept_for_a_day_in_every_co_op()
    {
        var sweep = house.Services.GetServices<IExpirySweep>().Single(s => s is ExpiredImports);
        // What other tests left is gone before.
        house.Clock.Now += TimeSpan.FromHours(25);
        await SweepAsync(sweep);
        foreach (var coop in new[] { house.Lindenhof, house.Seestrasse })
        {
            await house.InCoopAsync(
                coop,
                (services, ct) =>
                    services
                        .GetRequiredService<ImportWork>()
                        .UploadAsync(ImportKind.Units, "list.csv", "Haus;Nr\nA;1"u8.ToArray(), ct)
            );
        }

        Assert.Equal(0, await SweepAsync(sweep));
        house.Clock.Now += TimeSpan.FromHours(25);
        Assert.Equal(2, await SweepAsync(sweep));
    }

    private async Task<int> SweepAsync(IExpirySweep sweep)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await sweep.SweepAsync(scope.ServiceProvider, default);
    }

    /// <summary>The program on a port of its own.</summary>
    public sealed class House(DatabaseServer server) : IdentityHouse(server)
    {
        public override async ValueTask InitializeAsync()
        {
            UseKestrel(0);
            await base.InitializeAsync();
        }
    }
}
