using System.Net;
using System.Text;
using System.Text.Json;
using Cooperator.GraphQL.Tests.Transport.Support;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>The sentences by which the graphql-http project audits servers, each with its id there.</summary>
public sealed class HttpAudits : IAsyncLifetime
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Typename = """{"query":"{ __typename }"}""";

    private TransportServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TransportServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact, Trait("audit", "22EB")]
    public async Task Should_accept_graphql_response_json_and_match_the_content_type()
    {
        using var response = await _server.PostAsync(Typename, GraphQLResponse);
        await response.ShouldBeAsync(HttpStatusCode.OK, GraphQLResponse, """{"data":{"__typename":"Query"}}""");
    }

    [Fact, Trait("audit", "4655")]
    public async Task Must_accept_json_and_match_the_content_type()
    {
        using var response = await _server.PostAsync(Typename, Json);
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, """{"data":{"__typename":"Query"}}""");
    }

    [Fact, Trait("audit", "47DE")]
    public async Task Should_accept_anything_and_use_json()
    {
        using var response = await _server.PostAsync(Typename, "*/*");
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, """{"data":{"__typename":"Query"}}""");
    }

    [Fact, Trait("audit", "80D8")]
    public async Task Should_assume_json_when_accept_is_missing()
    {
        using var response = await _server.PostAsync(Typename);
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, """{"data":{"__typename":"Query"}}""");
    }

    [Fact, Trait("audit", "82A3")]
    public async Task Must_use_utf8_when_responding()
    {
        using var response = await _server.PostAsync("""{"query":"{ echo(text: \"Größe 🏊\") }"}""");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal("""{"data":{"echo":"Größe 🏊"}}""", new UTF8Encoding(false, true).GetString(bytes));
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
    }

    [Theory, Trait("audit", "BF61"), Trait("audit", "78D5")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/json")]
    public async Task Must_accept_utf8_requests_and_assume_it_if_unspecified(string contentType)
    {
        using var response = await _server.PostAsync(
            """{"query":"{ echo(text: \"Run🏃Swim🏊\") }"}""",
            Json,
            contentType
        );
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, """{"data":{"echo":"Run🏃Swim🏊"}}""");
    }

    [Fact, Trait("audit", "2C94"), Trait("audit", "03D4")]
    public async Task Must_accept_POST_requests_of_json()
    {
        using var response = await _server.PostAsync(Typename);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact, Trait("audit", "5A70")]
    public async Task May_accept_GET_requests()
    {
        using var response = await _server.GetAsync("?query=%7B%20__typename%20%7D");
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, """{"data":{"__typename":"Query"}}""");
    }

    [Theory, Trait("audit", "9C48")]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task May_not_allow_mutations_on_GET_requests(string accept)
    {
        using var response = await _server.GetAsync("?query=mutation%20%7B%20increment%20%7D", accept);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.Equal(0, _server.Probe.Increments);
    }

    [Fact, Trait("audit", "9ABE")]
    public async Task Should_respond_with_4xx_if_the_content_type_is_missing()
    {
        using var response = await _server.PostAsync(Typename, contentType: "");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact, Trait("audit", "A5BF")]
    public async Task May_use_400_when_the_body_is_missing()
    {
        using var response = await _server.PostAsync("");
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            Json,
            """{"errors":[{"message":"The request has no body."}]}"""
        );
    }

    [Theory, Trait("audit", "423L"), Trait("audit", "8764"), Trait("audit", "3E3A")]
    [InlineData("""{"notquery":"{ __typename }"}""")]
    [InlineData("""{"qeury":"{ __typename }"}""")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":""}""")]
    [InlineData("{}")]
    public async Task May_use_400_on_a_missing_query(string body)
    {
        using var response = await _server.PostAsync(body, GraphQLResponse);
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            GraphQLResponse,
            """{"errors":[{"message":"The parameter \"query\" is missing."}]}"""
        );
    }

    [Theory]
    [Trait("audit", "LKJ0"), Trait("audit", "LKJ1"), Trait("audit", "LKJ2"), Trait("audit", "LKJ3")]
    [InlineData("""{"obj":"ect"}""")]
    [InlineData("0")]
    [InlineData("false")]
    [InlineData("""["array"]""")]
    public async Task May_use_400_on_a_query_of_the_wrong_type(string value)
    {
        using var response = await _server.PostAsync($$"""{"query":{{value}}}""");
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            Json,
            """{"errors":[{"message":"The parameter \"query\" must be a string."}]}"""
        );
    }

    [Theory]
    [Trait("audit", "6C00"), Trait("audit", "6C01"), Trait("audit", "6C02"), Trait("audit", "6C03")]
    [InlineData("""{"obj":"ect"}""")]
    [InlineData("0")]
    [InlineData("false")]
    [InlineData("""["array"]""")]
    public async Task May_use_400_on_an_operation_name_of_the_wrong_type(string value)
    {
        using var response = await _server.PostAsync($$"""{"operationName":{{value}},"query":"{ __typename }"}""");
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            Json,
            """{"errors":[{"message":"The parameter \"operationName\" must be a string."}]}"""
        );
    }

    [Theory]
    [Trait("audit", "4760"), Trait("audit", "4761"), Trait("audit", "4762"), Trait("audit", "4763")]
    [Trait("audit", "58B0"), Trait("audit", "58B1"), Trait("audit", "58B2"), Trait("audit", "58B3")]
    [InlineData("variables", "\"string\"")]
    [InlineData("variables", "0")]
    [InlineData("variables", "false")]
    [InlineData("variables", """["array"]""")]
    [InlineData("extensions", "\"string\"")]
    [InlineData("extensions", "0")]
    [InlineData("extensions", "false")]
    [InlineData("extensions", """["array"]""")]
    public async Task May_use_400_on_maps_of_the_wrong_type(string parameter, string value)
    {
        using var response = await _server.PostAsync($$"""{"{{parameter}}":{{value}},"query":"{ __typename }"}""");
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            Json,
            $$"""{"errors":[{"message":"The parameter \"{{parameter}}\" must be an object."}]}"""
        );
    }

    [Theory, Trait("audit", "34A2"), Trait("audit", "13EE"), Trait("audit", "8161"), Trait("audit", "B8B3")]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Must_allow_a_string_query_and_a_string_operation_name(string accept)
    {
        using var response = await _server.PostAsync(
            """{"operationName":"A","query":"query A { hello } query B { __typename }"}""",
            accept
        );
        await response.ShouldBeAsync(HttpStatusCode.OK, accept, """{"data":{"hello":"world"}}""");
    }

    [Theory]
    [Trait("audit", "94B0"), Trait("audit", "94B1"), Trait("audit", "94B2")]
    [Trait("audit", "0220"), Trait("audit", "0221"), Trait("audit", "0222")]
    [InlineData("variables", GraphQLResponse)]
    [InlineData("operationName", GraphQLResponse)]
    [InlineData("extensions", GraphQLResponse)]
    [InlineData("variables", Json)]
    [InlineData("operationName", Json)]
    [InlineData("extensions", Json)]
    public async Task Must_allow_null_parameters(string parameter, string accept)
    {
        using var response = await _server.PostAsync($$"""{"query":"{ hello }","{{parameter}}":null}""", accept);
        await response.ShouldBeAsync(HttpStatusCode.OK, accept, """{"data":{"hello":"world"}}""");
    }

    [Theory, Trait("audit", "2EA1"), Trait("audit", "28B9"), Trait("audit", "428F"), Trait("audit", "1B7A")]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Must_allow_maps_of_variables_and_extensions(string accept)
    {
        using var response = await _server.PostAsync(
            """{"query":"query($text: String!) { echo(text: $text) }","variables":{"text":"a"},"extensions":{"some":"value"}}""",
            accept
        );
        await response.ShouldBeAsync(HttpStatusCode.OK, accept, """{"data":{"echo":"a"}}""");
    }

    [Theory, Trait("audit", "D6D5"), Trait("audit", "6A70")]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task May_allow_variables_as_json_in_the_url(string accept)
    {
        var query = Uri.EscapeDataString("query($text: String!) { echo(text: $text) }");
        var variables = Uri.EscapeDataString("""{"text":"ä"}""");
        using var response = await _server.GetAsync($"?query={query}&variables={variables}", accept);
        await response.ShouldBeAsync(HttpStatusCode.OK, accept, """{"data":{"echo":"ä"}}""");
    }

    [Theory, Trait("audit", "B6DC"), Trait("audit", "BCF8"), Trait("audit", "B7N8")]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Should_use_400_when_the_body_is_not_json(string accept)
    {
        using var response = await _server.PostAsync("""{ "not a JSON""", accept);
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            accept,
            """{"errors":[{"message":"The request body is not valid JSON (line 1, byte 14)."}]}"""
        );
    }

    [Theory]
    [Trait("audit", "572B"), Trait("audit", "FDE2"), Trait("audit", "7B9B")]
    [InlineData("""{"query":"{"}""")]
    [InlineData("""{"query":"{ missing }"}""")]
    [InlineData("""{"query":"query($id: ID!) { __typename }","variables":{"id":null}}""")]
    [InlineData("""{"query":"{ hello }","operationName":"Missing"}""")]
    public async Task Should_use_200_on_request_errors_when_accepting_json(string body)
    {
        using var response = await _server.PostAsync(body, Json);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["errors"], await MembersAsync(response));
    }

    [Theory]
    [Trait("audit", "865D"), Trait("audit", "556A"), Trait("audit", "D586")]
    [Trait("audit", "51FE"), Trait("audit", "74FF"), Trait("audit", "5E5B"), Trait("audit", "86EE")]
    [InlineData("""{"query":"{"}""")]
    [InlineData("""{"query":"{ missing }"}""")]
    [InlineData("""{"query":"query($id: ID!) { __typename }","variables":{"id":null}}""")]
    [InlineData("""{"query":"{ hello }","operationName":"Missing"}""")]
    public async Task Should_use_400_without_data_on_request_errors_when_accepting_graphql_response(string body)
    {
        using var response = await _server.PostAsync(body, GraphQLResponse);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["errors"], await MembersAsync(response));
    }

    private static async Task<string[]> MembersAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        return [.. json.RootElement.EnumerateObject().Select(member => member.Name)];
    }
}
