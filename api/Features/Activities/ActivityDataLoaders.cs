using System.Linq.Expressions;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Identity;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.Api.Features.Activities;

/// <summary>What happened to each subject of one type, as far as the viewer may know; the latest first.</summary>
public abstract class ActivityBySubject(string type, CooperatorDbContext db, CurrentMember me)
    : ConnectionDataLoader<Guid, EventLogEntry>
{
    protected override IQueryable<EventLogEntry> Items =>
        db.Events.VisibleTo(me).Where(e => e.SubjectType == type).OrderByDescending(e => e.Id);

    protected override Expression<Func<EventLogEntry, Guid>> Parent => e => e.SubjectId;

    protected override IQueryable<Guid> QueryOf(IReadOnlyList<Guid> keys) => db.RowsOf(keys);
}

public sealed class ActivityOfMembers(CooperatorDbContext db, CurrentMember me) : ActivityBySubject("member", db, me);

public sealed class ActivityOfUnits(CooperatorDbContext db, CurrentMember me) : ActivityBySubject("unit", db, me);

public sealed class ActivityOfHouseholds(CooperatorDbContext db, CurrentMember me)
    : ActivityBySubject("household", db, me);

public sealed class ActivityOfTasks(CooperatorDbContext db, CurrentMember me) : ActivityBySubject("task", db, me);
