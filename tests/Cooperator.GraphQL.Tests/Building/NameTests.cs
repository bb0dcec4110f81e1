using Cooperator.GraphQL.Building;

namespace Cooperator.GraphQL.Tests.Building;

public sealed class NameTests
{
    [Theory]
    [InlineData("Name", "name")]
    [InlineData("DisplayName", "displayName")]
    [InlineData("URL", "url")]
    [InlineData("URLName", "urlName")]
    [InlineData("A", "a")]
    [InlineData("aB", "aB")]
    public void Fields_are_camel_case(string name, string expected) => Assert.Equal(expected, Names.Camel(name));

    [Theory]
    [InlineData(typeof(UnitAlreadyLetException), "UnitAlreadyLetError", "UNIT_ALREADY_LET")]
    [InlineData(typeof(TwoFAError), "TwoFAError", "TWO_FA")]
    public void Errors_are_named_after_their_exceptions(Type exception, string type, string code) =>
        Assert.Equal((type, code), (Names.ErrorType(exception), Names.ErrorCode(exception)));

    [Theory]
    [InlineData(nameof(Methods.GetMembersAsync), "members")]
    [InlineData(nameof(Methods.LetUnitAsync), "letUnit")]
    [InlineData(nameof(Methods.Getter), "getter")]
    [InlineData(nameof(Methods.OnMemberChanged), "memberChanged")]
    [InlineData(nameof(Methods.Named), "other")]
    public void Methods_lose_their_technical_words(string method, string expected) =>
        Assert.Equal(expected, Names.SubscriptionField(typeof(Methods).GetMethod(method)!));

    public sealed class UnitAlreadyLetException : Exception;

    public sealed class TwoFAError : Exception;

    public static class Methods
    {
        public static void GetMembersAsync() { }

        public static void LetUnitAsync() { }

        public static void Getter() { }

        public static void OnMemberChanged() { }

        [GraphQLName("other")]
        public static void Named() { }
    }
}
