using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Identity;
using Cooperator.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Support;

/// <summary>Two co-ops: Lindenhof with something of everything, Seestrasse with an administrator.</summary>
public sealed class LivedInHouse(DatabaseServer server) : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = [];

    internal IdentityHouse House { get; } = new(server);

    internal GraphQLCaller Outsider { get; private set; } = null!;

    internal Dictionary<Role, GraphQLCaller> Members { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await House.InitializeAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await House.AddPersonAsync(role);
            Members[role] = await GraphQLCaller.SignInAsync(House, person, "lindenhof");
        }

        await House.InCoopAsync(House.Lindenhof, FurnishAsync);
        var outside = await House.AddAccountAsync("outside@example.org", IdentityHouse.Password);
        var member = await House.AddMemberAsync(House.Seestrasse, "Outside", Role.Admin, outside.Id);
        var outsider = new Person("outside@example.org", IdentityHouse.Password, outside.Id, member.Id);
        Outsider = await GraphQLCaller.SignInAsync(House, outsider, "seestrasse");
    }

    /// <summary>The document with Lindenhof's ids in it: <c>&lt;unit&gt;</c>.</summary>
    internal string With(string document) =>
        _ids.Aggregate(document, (text, id) => text.Replace($"<{id.Key}>", id.Value, StringComparison.Ordinal));

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private Task<bool> FurnishAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<CooperatorDbContext>();
        var alma = Furnish.Member("Alma", "Lindenhofer", Role.Admin);
        var kerem = Furnish.Member("Kerem", "Lindenhofer");
        var household = Household.Form("Lindenhofer");
        household.Join(alma, new DaySpan(Furnish.LongAgo, null), []);
        var (building, unit) = Furnish.Unit("12");
        var empty = new Unit(building, new UnitDescription("13", UnitType.Flat, 1, 50, 2, 50));
        var occupancy = unit.MoveIn(
            Occupant.Of(household),
            Furnish.Let(Furnish.LongAgo),
            new Timeline([]),
            Furnish.Recorded
        );
        db.AddRange(alma, kerem, household, building, unit, empty, occupancy);
        _ids["member"] = NodeIds.Format("Member", alma.Id);
        _ids["other"] = NodeIds.Format("Member", kerem.Id);
        _ids["building"] = NodeIds.Format("Building", building.Id);
        _ids["unit"] = NodeIds.Format("Unit", unit.Id);
        _ids["empty"] = NodeIds.Format("Unit", empty.Id);
        return Task.FromResult(true);
    }
}
