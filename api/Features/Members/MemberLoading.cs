using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>Members as their methods need them: with periods and roles.</summary>
internal static class MemberLoading
{
    public static async Task<Member> LoadMemberAsync(this CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await Whole(db).SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new MemberNotFoundException();

    public static async Task<Member> LoadHolderAsync(
        this CooperatorDbContext db,
        Guid roleAssignmentId,
        CancellationToken ct
    ) =>
        await Whole(db).SingleOrDefaultAsync(m => m.RoleAssignments.Any(r => r.Id == roleAssignmentId), ct)
        ?? throw new RoleAssignmentNotFoundException();

    /// <summary>For what members do for themselves and the board for everyone.</summary>
    public static Task<Member> LoadOwnOrAdministeredAsync(
        this CooperatorDbContext db,
        Guid id,
        CurrentMember me,
        CancellationToken ct
    ) =>
        id == me.MemberId || me.Is(Role.Admin)
            ? db.LoadMemberAsync(id, ct)
            : throw new GraphQLException(
                new GraphQLError("Only the member and the board may do this.")
                {
                    Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "FORBIDDEN" },
                }
            );

    /// <summary>The language the co-op writes in.</summary>
    public static async Task<Language> CoopLanguageAsync(this CooperatorDbContext db, CancellationToken ct)
    {
        var locale = await db.Coops.Where(c => c.Id == db.Coop.RequiredId).Select(c => c.Locale).SingleAsync(ct);
        return Languages.SpokenIn(locale);
    }

    private static IQueryable<Member> Whole(CooperatorDbContext db) =>
        // Both are a handful of rows: one query is quicker than three.
        db.Members.Include(m => m.Periods).Include(m => m.RoleAssignments).AsSingleQuery();
}
