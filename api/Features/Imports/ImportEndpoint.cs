using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.AspNetCore.Http.Features;

namespace Cooperator.Api.Features.Imports;

/// <summary><c>POST /imports?kind=MEMBERS|UNITS</c>: takes a file in and reads it; the answer names the import to look at.</summary>
internal static class ImportEndpoint
{
    public static void MapImports(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/imports", UploadAsync)
            .RequireAuthorization(Policies.Admin)
            .RequireAuthorization(Policies.Write)
            .DisableAntiforgery();

    private static async Task<IResult> UploadAsync(
        string? kind,
        HttpContext http,
        ImportSettings settings,
        ImportWork work,
        DatabaseTransactions transactions,
        CancellationToken ct
    )
    {
        if (!Enum.TryParse<ImportKind>(kind, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
        {
            return Problems.Of(400, "INVALID_INPUT", "Say what the list is of: ?kind=MEMBERS or ?kind=UNITS.");
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The list is counted while it is read.
            limit.MaxRequestBodySize = null;
        }

        try
        {
            var list = await UploadedList.ReadAsync(http.Request, settings.MaxBytes, ct);
            if (list is null)
            {
                return Problems.Of(400, "INVALID_INPUT", "The form holds no file.");
            }

            var import = await transactions.WriteAsync(
                token => work.UploadAsync(wanted, list.FileName, list.Content, token),
                ct
            );
            var id = NodeIds.Format(nameof(Import), import.Id);
            return Results.Created((string?)null, new { id });
        }
        catch (ListTooLargeException tooLarge)
        {
            await UploadedList.DiscardAsync(http.Request, ct);
            return Problems.Of(413, "LIST_TOO_LARGE", tooLarge.Message);
        }
        catch (InvalidDataException)
        {
            return Problems.Of(400, "INVALID_INPUT", "The form can not be read.");
        }
    }
}
