using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Fields with rules ask first.</summary>
public sealed class AuthorizationTests
{
    [Theory]
    [InlineData(AuthorizationOutcome.Allowed, """{"data":{"secret":1,"again":1}}""")]
    [InlineData(
        AuthorizationOutcome.Unauthenticated,
        """{"errors":[{"message":"You must sign in to access this.","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"UNAUTHENTICATED"}},{"message":"You must sign in to access this.","locations":[{"line":1,"column":10}],"path":["again"],"extensions":{"code":"UNAUTHENTICATED"}}],"data":{"secret":null,"again":null}}"""
    )]
    [InlineData(
        AuthorizationOutcome.Forbidden,
        """{"errors":[{"message":"You are not allowed to access this.","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"FORBIDDEN"}},{"message":"You are not allowed to access this.","locations":[{"line":1,"column":10}],"path":["again"],"extensions":{"code":"FORBIDDEN"}}],"data":{"secret":null,"again":null}}"""
    )]
    public async Task The_answer_is_asked_for_once_and_decides(AuthorizationOutcome outcome, string response)
    {
        var authorizer = new Authorizer(_ => outcome);
        var resolved = 0;

        Assert.Equal(response, await ExecuteAsync("{ secret again: secret }", authorizer, ["board"], () => resolved++));
        Assert.Equal(["board"], authorizer.Asked);
        Assert.Equal(outcome == AuthorizationOutcome.Allowed ? 2 : 0, resolved);
    }

    [Fact]
    public async Task Every_rule_must_hold()
    {
        var authorizer = new Authorizer(policy =>
            policy == "treasurer" ? AuthorizationOutcome.Forbidden : AuthorizationOutcome.Allowed
        );

        var response = await ExecuteAsync("{ secret }", authorizer, [null, "treasurer", "never asked"], () => { });

        Assert.Contains("FORBIDDEN", response, StringComparison.Ordinal);
        Assert.Equal([null, "treasurer"], authorizer.Asked);
    }

    [Fact]
    public async Task Rules_without_anyone_to_ask_refuse()
    {
        var response = await ExecuteAsync("{ secret }", authorizer: null, ["board"], () => { });

        Assert.EndsWith("\"data\":{\"secret\":null}}", response, StringComparison.Ordinal);
    }

    private static Task<string> ExecuteAsync(
        string document,
        Authorizer? authorizer,
        string?[] policies,
        Action onResolved
    )
    {
        var services = new ServiceCollection();
        if (authorizer is not null)
        {
            services.AddSingleton<IFieldAuthorizer>(authorizer);
        }

        var schema = SchemaBuilder.FromSdl("type Query { secret: Int }");
        var field = schema.QueryType.Fields["secret"];
        field.Authorization = [.. policies.Select(policy => new AuthorizeRule(policy))];
        field.Pure = _ => throw new InvalidOperationException("went round the rules");
        field.Resolver = _ =>
        {
            onResolved();
            return new(1);
        };
        return Responses.ExecuteAsync(
            Responses.Executor(schema),
            Responses.Request(document, root: new object(), services: services.BuildServiceProvider())
        );
    }

    private sealed class Authorizer(Func<string?, AuthorizationOutcome> decide) : IFieldAuthorizer
    {
        private readonly List<string?> _asked = [];

        public IReadOnlyList<string?> Asked => _asked;

        public async ValueTask<AuthorizationOutcome> AuthorizeAsync(OperationContext operation, string? policy)
        {
            await Task.Yield();
            _asked.Add(policy);
            return decide(policy);
        }
    }
}
