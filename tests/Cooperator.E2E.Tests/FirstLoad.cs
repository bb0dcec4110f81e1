using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>What comes over the wire before somebody on a slow line sees anything.</summary>
public sealed class FirstLoad(RunningCooperator cooperator, Chromium chromium, ITestOutputHelper output)
    : Journey(cooperator, chromium)
{
    private const int Limit = 250_000;

    [Fact]
    public async Task The_first_look_at_a_co_op_stays_under_250_kB()
    {
        // arrange: signed in, on a device that has nothing of the app yet
        var elsewhere = await OpenAsync("/", Phone);
        await SignInAsync(elsewhere, Cooperator.Account("lindenhof", "RESIDENT"));
        var page = await OpenAsync("about:blank", Phone, signedInAs: elsewhere);
        var sizes = new List<Task<(string Url, int Bytes)>>();
        page.RequestFinished += (_, request) => sizes.Add(SizeAsync(request));

        // act
        await page.GotoAsync("/c/lindenhof");
        await SettledAsync(page);

        // assert
        var loaded = await Task.WhenAll(sizes);
        foreach (var (url, bytes) in loaded.OrderByDescending(file => file.Bytes))
        {
            output.WriteLine($"{bytes, 8} {url}");
        }

        var total = loaded.Sum(file => file.Bytes);
        output.WriteLine($"{total, 8} in all");
        Assert.InRange(total, 50_000, Limit);
    }

    private static async Task<(string Url, int Bytes)> SizeAsync(IRequest request) =>
        (new Uri(request.Url).AbsolutePath, (await request.SizesAsync()).ResponseBodySize);
}
