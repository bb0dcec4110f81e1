using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Imports.Lists;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Exports;

/// <summary><c>GET /exports/{list}.csv</c>: everything the co-op has entered, to take away.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/exports").RequireAuthorization(Policies.Admin);
        exports.MapGet(
            "/members.csv",
            (Export export) =>
                export.Of(
                    "members",
                    ExportedLists.NamesOf(MemberList.Columns),
                    (lists, today, ct) => lists.MembersAsync(today, ct)
                )
        );
        exports.MapGet(
            "/units.csv",
            (Export export) =>
                export.Of("units", ExportedLists.NamesOf(UnitList.Columns), (lists, _, ct) => lists.UnitsAsync(ct))
        );
        exports.MapGet(
            "/households.csv",
            (Export export) =>
                export.Of(
                    "households",
                    ExportedLists.HouseholdColumns,
                    (lists, today, ct) => lists.HouseholdsAsync(today, ct)
                )
        );
        exports.MapGet(
            "/occupancies.csv",
            (Export export) =>
                export.Of("occupancies", ExportedLists.OccupancyColumns, (lists, _, ct) => lists.OccupanciesAsync(ct))
        );
    }
}

/// <summary>Writes a list while it is read, all of it from one moment.</summary>
internal sealed class Export(CooperatorDbContext db, DatabaseTransactions transactions, CoopCalendar calendar)
{
    public IResult Of(
        string list,
        IReadOnlyList<string> columns,
        Func<ExportedLists, DateOnly, CancellationToken, IAsyncEnumerable<object?[]>> rows
    )
    {
        var today = calendar.Today;
        return new InOneSnapshot(
            ct => new CsvFile(
                $"{db.Coop.Slug}-{list}-{today:yyyy-MM-dd}",
                columns,
                rows(new ExportedLists(db), today, ct)
            ),
            transactions
        );
    }

    private sealed class InOneSnapshot(Func<CancellationToken, CsvFile> file, DatabaseTransactions transactions)
        : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            transactions.ReadAsync(
                async ct =>
                {
                    await file(ct).ExecuteAsync(httpContext);
                    return true;
                },
                httpContext.RequestAborted
            );
    }
}
