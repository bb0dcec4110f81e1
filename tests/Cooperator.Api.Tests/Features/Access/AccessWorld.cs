using Cooperator.Api.Database;
using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Access;

/// <summary>Two co-ops: Lindenhof with something of everything, Seestrasse with an administrator who is curious.</summary>
public sealed class AccessWorld(DatabaseServer server) : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = [];

    internal IdentityHouse House { get; } = new(server);

    internal GraphQLCaller Nobody { get; private set; } = null!;

    internal GraphQLCaller Outsider { get; private set; } = null!;

    internal GraphQLCaller OutsiderAtOurDoor { get; private set; } = null!;

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
        OutsiderAtOurDoor = await GraphQLCaller.SignInAsync(House, outsider, "lindenhof");
        Nobody = new GraphQLCaller(House.CreateClient(), null);
    }

    /// <summary>The document with Lindenhof's ids in it: <c>&lt;unit&gt;</c>.</summary>
    internal string With(string document) =>
        _ids.Aggregate(document, (text, id) => text.Replace($"<{id.Key}>", id.Value, StringComparison.Ordinal));

    /// <summary>What must not appear in any answer to an outsider that did not name it.</summary>
    internal bool Reveals(string answer, string document) =>
        _ids.Values.Any(id =>
            answer.Contains(id, StringComparison.Ordinal) && !document.Contains(id, StringComparison.Ordinal)
        ) || answer.Contains("Lindenhofer", StringComparison.Ordinal);

    /// <summary>A mark that changes with any row of Lindenhof in any table.</summary>
    internal Task<string> FingerprintAsync() =>
        House.InCoopAsync(
            House.Lindenhof,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                var tables = db.Model.GetEntityTypes().Where(Tenancy.IsTenantOwned).Select(t => t.GetTableName()!);
                var marks = string.Join(
                    " || ",
                    tables
                        .Order()
                        .Select(t =>
                            $"(SELECT coalesce(md5(string_agg(r::text, ',' ORDER BY r::text)), '') FROM {t} r)"
                        )
                );
                var sql = "SELECT " + marks + " AS \"Value\"";
                return await db.Database.SqlQueryRaw<string>(sql).SingleAsync(ct);
            }
        );

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
        var invitation = Invitation.Send(
            kerem.Id,
            "kerem@example.org",
            Secret.Create(),
            Furnish.Recorded.At,
            TimeSpan.FromDays(9999)
        );
        db.AddRange(alma, kerem, household, building, unit, empty, occupancy, invitation);
        _ids["member"] = NodeIds.Format("Member", alma.Id);
        _ids["other"] = NodeIds.Format("Member", kerem.Id);
        _ids["role"] = NodeIds.Format("RoleAssignment", kerem.RoleAssignments[0].Id);
        _ids["household"] = NodeIds.Format("Household", household.Id);
        _ids["building"] = NodeIds.Format("Building", building.Id);
        _ids["unit"] = NodeIds.Format("Unit", unit.Id);
        _ids["empty"] = NodeIds.Format("Unit", empty.Id);
        _ids["occupancy"] = NodeIds.Format("Occupancy", occupancy.Id);
        _ids["invitation"] = NodeIds.Format("Invitation", invitation.Id);
        _ids["coop"] = NodeIds.Format("Coop", House.Lindenhof.Id);
        _ids["import"] = NodeIds.Format("Import", Guid.CreateVersion7());
        return Task.FromResult(true);
    }
}
