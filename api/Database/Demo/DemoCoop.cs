using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Database.Demo;

/// <summary>Tells one co-op's story through the same methods a board would use, one thing after the other.</summary>
internal sealed class DemoCoop(CooperatorDbContext db, Coop coop, DemoStory story)
{
    // Before this day the co-op kept its list on paper; it was copied then.
    private static readonly DateOnly FirstRecorded = new(2023, 9, 1);

    private readonly DemoClock _clock = new();
    private readonly Random _random = new(coop.Slug.Sum(c => c));
    private readonly Dictionary<string, Unit> _units = [];
    private readonly Dictionary<string, List<Occupancy>> _timelines = [];
    private readonly Dictionary<Guid, Household> _households = [];
    private readonly Dictionary<string, Member> _members = [];

    public Member this[string displayName] => _members[displayName];

    /// <summary>Everything the story holds, saved in the order in which it happened.</summary>
    public async Task TellAsync(CancellationToken ct)
    {
        db.Clock = _clock;
        _clock.Noon(FirstRecorded);
        foreach (var building in DemoLines.Buildings(story.Buildings))
        {
            Build(building);
        }

        var post = new DemoPost(db, _clock, id => _members.Values.First(member => member.Id == id));
        var tasks = new DemoTasks(db, _clock, name => _members[name], _random, post);
        var duties = new DemoDuties(db, _clock, name => _members[name], tasks, post);
        tasks.AddLabels(story.Labels);
        await db.SaveChangesAsync(ct);
        var told = DemoLines
            .Occupancies(story.Occupancies)
            .SelectMany(Chapters)
            .Concat(DemoLines.Roles(story.Roles).Select(r => new DemoChapter(r.From, null, () => Appoint(r))))
            .Concat(DemoLines.Tasks(story.Tasks).SelectMany(tasks.Chapters))
            .Concat(duties.Ledger(DemoLines.Work(story), story.Board))
            .Concat(DemoLines.Duties(story.Duties).SelectMany(duty => duties.Chapters(duty, story.Caretaker)))
            .Concat(DemoLines.Swaps(story.Swaps).SelectMany(duties.Chapters))
            .OrderBy(chapter => chapter.Day);
        foreach (var day in told.GroupBy(chapter => chapter.Day < FirstRecorded ? FirstRecorded : chapter.Day))
        {
            _clock.Noon(day.Key);
            foreach (var doings in day.GroupBy(chapter => chapter.By))
            {
                await TellAsync(doings.Key, doings, ct);
            }
        }

        db.Actor.MemberId = null;
    }

    // Events are written when they are saved, and say who did it.
    private async Task TellAsync(string? who, IEnumerable<DemoChapter> doings, CancellationToken ct)
    {
        db.Actor.MemberId = who is null ? null : _members[who].Id;
        foreach (var chapter in doings)
        {
            chapter.Tell();
        }

        await db.SaveChangesAsync(ct);
    }

    private IEnumerable<DemoChapter> Chapters(DemoOccupancy o)
    {
        yield return new DemoChapter(o.From, null, () => MoveIn(o));
        if (o.Until is { } until)
        {
            yield return new DemoChapter(until, null, () => MoveOut(o, until));
        }
    }

    private void Build(DemoBuilding described)
    {
        var building = new Building(described.Name, described.Address);
        db.Add(building);
        foreach (var u in described.Units)
        {
            var shares = u.Type == UnitType.Common ? 0 : (int)decimal.Round(u.Size);
            var unit = new Unit(building, new UnitDescription(u.Number, u.Type, u.Floor, u.Size, u.Rooms, shares));
            _units[u.Number] = unit;
            _timelines[u.Number] = [];
            db.Add(unit);
        }
    }

    private void MoveIn(DemoOccupancy o)
    {
        var persons = o.Persons.Select(name => Join(name, o.From)).ToList();
        var occupant = Occupant.Of(persons[0]);
        if (o.Household is { } name)
        {
            var household = Household.Form(name);
            persons.ForEach(person => household.Join(person, new DaySpan(o.From, null), []));
            db.Add(household);
            _households.Add(household.Id, household);
            occupant = Occupant.Of(household);
        }

        var terms = new OccupancyTerms(OccupancyCapacity.Tenant, Primary: true, new DaySpan(o.From, null));
        var timeline = _timelines[o.Unit];
        var occupancy = _units[o.Unit].MoveIn(occupant, terms, new Timeline(timeline), Recording);
        timeline.Add(occupancy);
        db.Add(occupancy);
    }

    private void MoveOut(DemoOccupancy o, DateOnly until)
    {
        var timeline = _timelines[o.Unit];
        var current = timeline.Single(t => t.SupersededAt is null && t.Until is null);
        var ended = _units[o.Unit].MoveOut(current, until, new Timeline(timeline), Recording);
        timeline.Add(ended);
        db.Add(ended);
        var household = ended.HouseholdId is { } id ? _households[id] : null;
        var administration = new Administration(coop, _members.Values);
        foreach (var member in o.Persons.Select(name => _members[name.Display]))
        {
            household?.Leave(member.Id, until, home: null);
            member.Leave(until, "Weggezogen", administration, until);
        }
    }

    private void Appoint(DemoRole r)
    {
        if (!_members.TryGetValue(r.Person, out var member))
        {
            var names = r.Person.Split(' ', 2);
            Join(new PersonName(names[0], names[1]), r.From, r.Role);
            return;
        }

        member.Grant(r.Role, new DaySpan(r.From, r.Until));
    }

    private Member Join(PersonName name, DateOnly on, Role role = Role.Resident)
    {
        var member = Member.Join(name, DemoContacts.LanguageOf(_random), on, role);
        member.ChangeContactDetails(DemoContacts.Of(member, coop.Slug, _random));
        _members.Add(member.DisplayName, member);
        db.Add(member);
        return member;
    }

    private Recording Recording => new(_clock.GetUtcNow(), null);
}
