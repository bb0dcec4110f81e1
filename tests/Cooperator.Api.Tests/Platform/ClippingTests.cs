using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Jobs;
using Microsoft.AspNetCore.Http;

namespace Cooperator.Api.Tests.Platform;

/// <summary>Half a character can not be stored: a job would never be recorded, and a sign-in fail.</summary>
public sealed class ClippingTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("a😀b", 3, "a😀")]
    public void Cuts_between_characters(string text, int most, string start) =>
        Assert.Equal(start, Clipping.Start(text, most));

    [Fact]
    public void So_do_those_that_keep_what_others_say()
    {
        var run = new JobRun("job", "node", null, DateTimeOffset.UnixEpoch);
        run.Fail(new string('a', 499) + "😀", DateTimeOffset.UnixEpoch);
        var http = new DefaultHttpContext();
        http.Request.Headers.UserAgent = new string('a', 299) + "😀";

        Assert.Equal(new string('a', 499), run.Words);
        Assert.Equal(new string('a', 299), ClientAddress.Of(http).UserAgent);
    }
}
