namespace Cooperator.GraphQL.Tests.Building;

/// <summary>Every number type of C# that the schema knows goes in and comes out with its own digits.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("count", "4294967295")]
    [InlineData("later", "4294967295")]
    [InlineData("counts", "[0,4294967295]")]
    [InlineData("bytes", "[255]")]
    [InlineData("signedBytes", "[-128]")]
    [InlineData("shorts", "[-32768]")]
    [InlineData("unsignedShorts", "[65535]")]
    [InlineData("share", "0.1")]
    [InlineData("laterShare", "0.1")]
    [InlineData("shares", "[0.1,1E-07]")]
    [InlineData("echo(share: 0.1)", "0.1")]
    [InlineData("echo", "0.3")]
    public async Task Comes_out_as_it_is(string field, string json)
    {
        await using var server = TestServer.Of(typeof(NumberQueries));

        Assert.Equal($$$"""{"data":{"n":{{{json}}}}}""", await server.ExecuteAsync($"{{ n: {field} }}"));
    }

    [Fact]
    public async Task A_default_is_written_as_its_author_wrote_it()
    {
        await using var server = TestServer.Of(typeof(NumberQueries));

        Assert.Contains("echo(share: Float! = 0.3): Float!", server.Sdl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo(share: 1e300)")]
    [InlineData("echo(share: -1e39)")]
    [InlineData("half(count: 4294967296)")]
    [InlineData("half(count: -1)")]
    public async Task What_the_parameter_cannot_hold_is_refused(string field)
    {
        await using var server = TestServer.Of(typeof(NumberQueries));

        Assert.Contains(
            "is out of range.\",\"locations\":",
            await server.ExecuteAsync($"{{ {field} }}"),
            StringComparison.Ordinal
        );
    }

    [QueryType]
    public static class NumberQueries
    {
        public static uint GetCount() => uint.MaxValue;

        public static async Task<uint> GetLaterAsync()
        {
            await Task.Yield();
            return uint.MaxValue;
        }

        public static uint[] GetCounts() => [0, uint.MaxValue];

        public static IReadOnlyList<byte> GetBytes() => [byte.MaxValue];

        public static IReadOnlyList<sbyte> GetSignedBytes() => [sbyte.MinValue];

        public static IReadOnlyList<short> GetShorts() => [short.MinValue];

        public static IReadOnlyList<ushort> GetUnsignedShorts() => [ushort.MaxValue];

        public static float GetShare() => 0.1f;

        public static async Task<float> GetLaterShareAsync()
        {
            await Task.Yield();
            return 0.1f;
        }

        public static float[] GetShares() => [0.1f, 1e-7f];

        public static float Echo(float share = 0.3f) => share;

        public static uint Half(uint count) => count / 2;
    }
}
