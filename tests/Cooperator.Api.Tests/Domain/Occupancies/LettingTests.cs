using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Tests.Domain.Occupancies;

/// <summary>One unit, one primary occupancy at a time, whatever comes at once.</summary>
public sealed class LettingTests(TestHouse house) : IClassFixture<TestHouse>
{
    private static readonly DateOnly May = new(2026, 5, 1);

    [Fact]
    public async Task Two_boards_let_the_same_unit_at_once_and_exactly_one_succeeds()
    {
        // arrange
        var coop = await house.AddCoopAsync("two-at-once");
        var (unitId, members) = await EmptyUnitAndMembersAsync(coop, 2);
        using var bothHaveLooked = new Barrier(2);

        // act
        var outcomes = await Task.WhenAll(members.Select(m => Record(() => LetAsync(coop, unitId, m, bothHaveLooked))));

        // assert
        var refusal = Assert.IsType<UnitAlreadyLetException>(Assert.Single(outcomes, o => o is not null));
        Assert.Equal(("12", May, null), (refusal.UnitNumber, refusal.From, refusal.Until));
        Assert.Equal(1, await house.ReadAsync(coop, db => db.Occupancies.CountAsync()));
        Assert.Equal(1, await house.ReadAsync(coop, db => db.Events.CountAsync(e => e.Kind == "unit.moved_in")));
    }

    [Fact]
    public async Task The_database_alone_refuses_a_second_primary_occupancy()
    {
        var coop = await house.AddCoopAsync("database-alone");
        var (unitId, members) = await EmptyUnitAndMembersAsync(coop, 2);
        await LetAsync(coop, unitId, members[0], null);

        // The guard is given an empty timeline, as if it had looked away.
        await Assert.ThrowsAnyAsync<DbUpdateException>(() =>
            house.WriteAsync(
                coop,
                async db =>
                {
                    var unit = await db.Units.SingleAsync(u => u.Id == unitId);
                    var member = await db.Members.SingleAsync(m => m.Id == members[1]);
                    db.Add(unit.MoveIn(Occupant.Of(member), Furnish.Let(May), new Timeline([]), Furnish.Recorded));
                }
            )
        );
    }

    [Fact]
    public async Task Moving_out_frees_the_unit_from_the_next_day_on_and_the_past_stays_answerable()
    {
        // arrange
        var coop = await house.AddCoopAsync("moving-out");
        var (unitId, members) = await EmptyUnitAndMembersAsync(coop, 2);
        await LetAsync(coop, unitId, members[0], null);
        var inJune = new Recording(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero), null);

        // act
        await house.WriteAsync(
            coop,
            async db =>
            {
                var unit = await db.Units.SingleAsync(u => u.Id == unitId);
                var occupancy = await db.Occupancies.Known().SingleAsync(o => o.UnitId == unitId);
                var timeline = await Timeline.LoadAsync(db, unitId, default);
                db.Add(unit.MoveOut(occupancy, new DateOnly(2026, 6, 30), timeline, inJune));
            }
        );
        house.Clock.Now = inJune.At.AddMinutes(5);
        await LetAsync(coop, unitId, members[1], null, from: new DateOnly(2026, 7, 1));

        // assert
        Assert.Equal([members[0]], await OccupantsAsync(coop, o => o.Known().AsOf(new DateOnly(2026, 6, 30))));
        Assert.Equal([members[1]], await OccupantsAsync(coop, o => o.Known().AsOf(new DateOnly(2026, 7, 1))));
        var known = inJune.At.AddSeconds(-1);
        Assert.Equal([members[0]], await OccupantsAsync(coop, o => o.KnownAt(known).AsOf(new DateOnly(2026, 7, 1))));
    }

    private Task<List<Guid?>> OccupantsAsync(Coop coop, Func<IQueryable<Occupancy>, IQueryable<Occupancy>> which) =>
        house.ReadAsync(coop, db => which(db.Occupancies).Select(o => o.MemberId).ToListAsync());

    private async Task<(Guid UnitId, List<Guid> Members)> EmptyUnitAndMembersAsync(Coop coop, int count)
    {
        var (building, unit) = Furnish.Unit("12");
        var members = Enumerable.Range(1, count).Select(i => Furnish.Member("Person", $"{i}")).ToList();
        await house.WriteAsync(
            coop,
            db =>
            {
                db.AddRange(building, unit);
                db.AddRange(members);
                return Task.CompletedTask;
            }
        );
        return (unit.Id, [.. members.Select(m => m.Id)]);
    }

    private Task LetAsync(Coop coop, Guid unitId, Guid memberId, Barrier? together, DateOnly? from = null)
    {
        var first = true;
        return house.WriteAsync(
            coop,
            async db =>
            {
                var unit = await db.Units.SingleAsync(u => u.Id == unitId);
                var member = await db.Members.SingleAsync(m => m.Id == memberId);
                var timeline = await Timeline.LoadAsync(db, unitId, default);
                if (first && together is not null)
                {
                    first = false;
                    await Task.Run(together.SignalAndWait);
                }

                var recording = new Recording(house.Clock.Now, null);
                db.Add(unit.MoveIn(Occupant.Of(member), Furnish.Let(from ?? May), timeline, recording));
            }
        );
    }

    private static Task<Exception?> Record(Func<Task> act) => Xunit.Record.ExceptionAsync(act).AsTask();
}
