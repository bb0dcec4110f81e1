using System.Net;
using Cooperator.Api.Platform.Http;

namespace Cooperator.Api.Tests.Platform.Http;

public sealed class CallerAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%4", "fe80::/64")]
    [InlineData("::1", "::/64")]
    public void A_caller_is_an_old_address_or_a_network_of_the_new_kind(string address, string caller) =>
        Assert.Equal(caller, CallerAddress.Of(IPAddress.Parse(address)));

    [Fact]
    public void Who_has_no_address_is_a_caller_too() => Assert.Equal("", CallerAddress.Of((IPAddress?)null));
}
