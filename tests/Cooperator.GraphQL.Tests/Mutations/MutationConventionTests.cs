using Cooperator.GraphQL.Tests.Building;

namespace Cooperator.GraphQL.Tests.Mutations;

public sealed class MutationConventionTests
{
    private static readonly string AlmaId = NodeIds.Format("Member", CoopSchema.Alma);

    [Fact]
    public async Task Gives_what_was_changed_and_no_errors()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"rename":{"member":{"name":"Ida","role":"BOARD_MEMBER"},"errors":null}}""",
            (
                await server.QueryAsync(
                    "mutation ($input: RenameInput!) { rename(input: $input) { member { name role } errors { __typename } } }",
                    new
                    {
                        input = new
                        {
                            memberId = AlmaId,
                            name = "Ida",
                            role = "BOARD_MEMBER",
                        },
                    }
                )
            ).ToJsonString()
        );
    }

    [Theory]
    [InlineData("", "Nobody")]
    [InlineData(", nickname: null", "Nobody (none)")]
    [InlineData(", nickname: \"Iddi\"", "Nobody (Iddi)")]
    public async Task Tells_absent_from_null(string nickname, string expected)
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        var data = await server.QueryAsync(
            $$"""mutation { rename(input: { memberId: "{{AlmaId}}"{{nickname}} }) { member { name } } }"""
        );

        Assert.Equal(expected, (string?)data["rename"]!["member"]!["name"]);
    }

    [Fact]
    public async Task Turns_a_declared_exception_into_a_typed_error_with_its_facts()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);
        var gone = NodeIds.Format("Member", Guid.Empty);

        Assert.Equal(
            $$$"""{"rename":{"member":null,"errors":[{"__typename":"MemberNotFoundError","code":"MEMBER_NOT_FOUND","message":"There is no such member.","memberId":"{{{gone}}}"}]}}""",
            (
                await server.QueryAsync(
                    $$"""mutation { rename(input: { memberId: "{{gone}}" }) { member { name } errors { __typename ... on Error { code message } ... on MemberNotFoundError { memberId } } } }"""
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Tells_all_faults_at_once_each_by_its_own_code()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"rename":{"errors":[{"code":"EMPTY","message":"It is empty.","path":["name"]},{"code":"SHORT","message":"It is short.","path":["name"]}]}}""",
            (
                await server.QueryAsync(
                    $$"""mutation { rename(input: { memberId: "{{AlmaId}}", name: "" }) { errors { ... on InvalidNameError { code message path } } } }"""
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Leaves_an_undeclared_exception_at_the_top()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Contains(
            "\"path\":[\"remove\"]",
            await server.ExecuteAsync(
                $$"""mutation { remove(input: { memberIds: ["{{NodeIds.Format("Member", Guid.Empty)}}"] }) { member { name } } }"""
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Makes_an_input_of_plain_parameters()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"remove":{"member":{"name":"Alma"}},"add":3}""",
            (
                await server.QueryAsync(
                    "mutation ($ids: [ID!]!) { remove(input: { memberIds: $ids }) { member { name } } add(a: 1, b: 2) }",
                    new { ids = new[] { AlmaId } }
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Puts_the_middleware_inside_the_errors_and_around_the_resolver()
    {
        var seen = new List<string>();
        await using var server = TestServer.Of(
            builder =>
                builder
                    .UseMutationField(
                        async (context, next) =>
                        {
                            seen.Add($"outer {context.Field.Name}");
                            try
                            {
                                return await next(context);
                            }
                            catch (Exception exception)
                            {
                                seen.Add(exception.GetType().Name);
                                throw;
                            }
                        }
                    )
                    .UseMutationField(
                        (context, next) =>
                        {
                            seen.Add("inner");
                            return next(context);
                        }
                    ),
            CoopSchema.Classes
        );

        await server.QueryAsync(
            $$"""mutation { rename(input: { memberId: "{{NodeIds.Format("Member", Guid.Empty)}}" }) { errors { __typename } } add(a: 1, b: 1) }"""
        );

        Assert.Equal(["outer rename", "inner", "MemberNotFoundException", "outer add", "inner"], seen);
    }
}
