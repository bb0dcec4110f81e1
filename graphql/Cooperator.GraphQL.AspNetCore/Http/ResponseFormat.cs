namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>What a response is written as.</summary>
internal enum ResponseFormat
{
    /// <summary>The client accepts nothing this server can write.</summary>
    None,

    /// <summary><c>application/json</c>: a well-formed request is answered with 200, whatever its errors.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status tells whether the operation ran.</summary>
    GraphQLResponse,

    /// <summary><c>multipart/mixed</c>: a part for each result.</summary>
    Multipart,

    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,

    /// <summary><c>text/html</c>: a browser that should be shown the IDE.</summary>
    Html,
}
