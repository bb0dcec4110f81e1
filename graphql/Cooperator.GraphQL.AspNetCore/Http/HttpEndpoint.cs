using System.Collections.Frozen;
using Cooperator.GraphQL.AspNetCore.Http.Uploads;
using Cooperator.GraphQL.AspNetCore.Ide;
using Cooperator.GraphQL.AspNetCore.Sse;
using Cooperator.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>
/// Answers GET and POST by the GraphQL over HTTP specification: turns a request into one operation and its result into one response,
/// or one stream of events.
/// </summary>
internal sealed partial class HttpEndpoint(
    RequestExecutor executor,
    GraphQLTransportOptions options,
    EventStreams events,
    IdePage ide,
    ILogger<HttpEndpoint> logger
)
{
    public async Task HandleAsync(HttpContext http)
    {
        // Answers belong to who asked, and to the moment.
        http.Response.Headers.CacheControl = "no-store";
        var isGet = HttpMethods.IsGet(http.Request.Method);
        var negotiation = Negotiation.Read(http.Request.Headers.Accept, offerHtml: isGet && options.Ide.Enabled);
        try
        {
            if (negotiation.Format == ResponseFormat.Html)
            {
                await ide.WriteAsync(http);
                return;
            }

            var parameters = await ReadAsync(http, negotiation);
            await using (parameters.Files)
            {
                await ExecuteAsync(http, parameters, negotiation);
            }
        }
        catch (MalformedRequestException e)
        {
            await HttpResponses.WriteFaultAsync(http.Response, negotiation.Format, e);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            ClientLeft(logger);
        }
        catch (IOException) when (http.RequestAborted.IsCancellationRequested)
        {
            ClientLeft(logger);
        }
    }

    private async ValueTask<RequestParameters> ReadAsync(HttpContext http, Negotiation negotiation)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (isGet ? !options.AllowGet : !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = options.AllowGet ? "GET, POST" : "POST";
            throw new MalformedRequestException(
                $"Operations are sent with {(options.AllowGet ? "GET or POST" : "POST")}.",
                StatusCodes.Status405MethodNotAllowed
            );
        }

        if (negotiation.Format == ResponseFormat.None)
        {
            throw new MalformedRequestException(
                "The response can be \"application/graphql-response+json\", \"application/json\", \"multipart/mixed\" or \"text/event-stream\".",
                StatusCodes.Status406NotAcceptable
            );
        }

        if (!isGet && options.Uploads.Enabled && MultipartRequestReader.IsMultipart(http.Request))
        {
            ForgeryGuard.EnsurePreflighted(http.Request, options.PreflightHeaders);
            return await MultipartRequestReader.ReadAsync(http.Request, options);
        }

        if (!isGet)
        {
            return await PostRequestReader.ReadAsync(http.Request, options.MaxRequestBodySize);
        }

        var parameters = GetRequestReader.Read(http.Request);
        ForgeryGuard.EnsureGenuine(http.Request, options.PreflightHeaders);
        return parameters;
    }

    private async Task ExecuteAsync(HttpContext http, RequestParameters parameters, Negotiation negotiation)
    {
        var stream = negotiation.AcceptsEvents ? events.Prepare(http) : null;
        var request = new OperationRequest
        {
            Document = parameters.Document,
            DocumentId = parameters.DocumentId,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
            Files = parameters.Files?.ByName ?? FrozenDictionary<string, UploadedFile>.Empty,
            Services = http.RequestServices,
            User = http.User,
            NoMutations = HttpMethods.IsGet(http.Request.Method),
            AcceptsParts = negotiation.Parts != ResponseFormat.None,
            Subscribing = stream is null ? null : stream.AcceptAsync,
            EventScopes = stream is null ? null : stream.OpenScopeAsync,
        };
        await using var result = await executor.ExecuteAsync(request, http.RequestAborted);
        switch (result)
        {
            case OperationResult single
                when negotiation.Format == ResponseFormat.EventStream && !single.IsForbiddenMutation():
                await stream!.WriteAsync(single);
                break;
            case OperationResult single
                when negotiation.Format == ResponseFormat.Multipart && !single.IsForbiddenMutation():
                await MultipartResponse.WriteAsync(http, single);
                break;
            case OperationResult single:
                HttpResponses.Write(http.Response, negotiation.Format, single);
                break;
            case IncrementalResult parts when negotiation.Parts == ResponseFormat.Multipart:
                await MultipartResponse.WriteAsync(http, parts);
                break;
            case IncrementalResult parts:
                await stream!.WriteAsync(parts);
                break;
            case SubscriptionResult many when stream is not null:
                await stream.WriteAsync(many);
                break;
            default:
                throw new MalformedRequestException(
                    "A subscription needs \"Accept: text/event-stream\" or a WebSocket.",
                    StatusCodes.Status406NotAcceptable
                );
        }
    }

    [LoggerMessage(LogLevel.Debug, "The client left before its answer was written.")]
    private static partial void ClientLeft(ILogger logger);
}
