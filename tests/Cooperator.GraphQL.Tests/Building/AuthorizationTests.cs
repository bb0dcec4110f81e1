using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Tests.Building;

public sealed class AuthorizationTests
{
    [Theory]
    [InlineData("{ open }", """{"data":{"open":1}}""")]
    [InlineData("{ mine }", null)]
    [InlineData("{ board }", null)]
    public async Task A_rule_of_the_class_guards_every_field_but_the_exempt(string query, string? expected)
    {
        await using var server = Server();

        var answer = await server.ExecuteAsync(query);

        Assert.Equal(
            expected ?? "FORBIDDEN",
            expected is null && answer.Contains("FORBIDDEN", StringComparison.Ordinal) ? "FORBIDDEN" : answer
        );
    }

    [Fact]
    public async Task A_rule_of_an_object_type_guards_its_properties()
    {
        await using var server = Server();

        var answer = await server.ExecuteAsync("{ secret { text } }");

        Assert.Contains(
            "\"path\":[\"secret\",\"text\"],\"extensions\":{\"code\":\"FORBIDDEN\"}",
            answer,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_id_opens_no_back_door()
    {
        await using var server = Server();

        var answer = await server.ExecuteAsync($$"""{ node(id: "{{NodeIds.Format("Vault", Guid.Empty)}}") { id } }""");

        Assert.Contains("FORBIDDEN", answer, StringComparison.Ordinal);
    }

    private static TestServer Server() =>
        TestServer.Of(
            builder => builder.AddAuthorizer<NoPolicies>(),
            typeof(Open),
            typeof(Guarded),
            typeof(SecretType)
        );

    public sealed record Secret(string Text);

    public sealed record Vault(Guid Id);

    [QueryType]
    public static class Open
    {
        public static Secret? GetSecret() => new("hidden");
    }

    [QueryType]
    [Authorize(Policy = "Nobody")]
    public static class Guarded
    {
        [AllowAnonymous]
        public static int GetOpen() => 1;

        public static int? GetMine() => 2;

        [Authorize]
        public static int? GetBoard() => 3;

        [NodeResolver]
        public static Vault? GetVault(Guid id) => new(id);
    }

    [ObjectType<Secret>]
    [Authorize(Policy = "Nobody")]
    public static class SecretType;

    public sealed class NoPolicies : IFieldAuthorizer
    {
        public ValueTask<AuthorizationOutcome> AuthorizeAsync(OperationContext operation, string? policy) =>
            ValueTask.FromResult(policy is null ? AuthorizationOutcome.Allowed : AuthorizationOutcome.Forbidden);
    }
}
