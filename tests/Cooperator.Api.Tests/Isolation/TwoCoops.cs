using System.Net.Http.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using GraphQLSchema = Cooperator.GraphQL.Types.Schema;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>Who asks.</summary>
public enum Viewer
{
    Nobody,
    Superuser,
    Former,
    RoleEndedYesterday,
    Observer,
    Resident,
    Maintainer,
    Admin,

    /// <summary>A personal access token of an administrator that may only read.</summary>
    AdminReading,

    /// <summary>A token for Lindenhof alone, of a person who administers both co-ops.</summary>
    AdminOfBothRestricted,
}

/// <summary>The program with two co-ops full of data, and people of every kind who belong to Lindenhof.</summary>
public class TwoCoops(DatabaseServer server) : IdentityHouse(server)
{
    private readonly Dictionary<Viewer, HttpClient> _clients = [];
    private readonly Dictionary<Viewer, Guid> _members = [];

    internal Furniture Ours { get; private set; } = null!;

    internal Furniture Theirs { get; private set; } = null!;

    internal Traces TheirTraces { get; private set; } = null!;

    /// <summary>Administers Seestrasse.</summary>
    public HttpClient TheirAdmin { get; private set; } = null!;

    /// <summary>Administers both.</summary>
    public HttpClient AdminOfBoth { get; private set; } = null!;

    public GraphQLSchema Schema => Services.GetRequiredService<GraphQLSchema>();

    public DatabaseConnections Connections => Services.GetRequiredService<DatabaseConnections>();

    public HttpClient this[Viewer viewer] => _clients[viewer];

    public string MemberIdOf(Viewer viewer) => NodeIds.Format("Member", _members[viewer]);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Ours = await Furniture.PlaceAsync(this, Lindenhof, "Nachtigall");
        Theirs = await Furniture.PlaceAsync(this, Seestrasse, "Zaunkoenig");
        await AddPeopleAsync();
        await ToldAsync(Lindenhof);
        await ToldAsync(Seestrasse);
        TheirTraces = await Traces.OfAsync(Connections.Owner, Theirs);
    }

    protected override void Replace(IServiceCollection services) =>
        // Whole trees of fields are asked for at once; the limits are proven elsewhere.
        services
            .AddGraphQLServer()
            .ModifyOptions(o =>
                (o.MaxCost, o.MaxTokens, o.MaxAliases, o.MaxDepth) = (double.MaxValue, 1_000_000, 100_000, 100)
            );

    private async Task AddPeopleAsync()
    {
        _clients[Viewer.Nobody] = CreateClient();
        foreach (
            var (viewer, role) in new[]
            {
                (Viewer.Observer, Role.Observer),
                (Viewer.Resident, Role.Resident),
                (Viewer.Maintainer, Role.Maintainer),
                (Viewer.Admin, Role.Admin),
                (Viewer.Former, Role.Resident),
                (Viewer.RoleEndedYesterday, Role.Admin),
            }
        )
        {
            var person = await AddPersonAsync(role);
            _members[viewer] = person.MemberId;
            _clients[viewer] = Program((await TokensAsync(person)).Access);
            if (viewer == Viewer.Admin)
            {
                _clients[Viewer.AdminReading] = await TokenAsync(person, ["read"], coop: null);
            }
        }

        await EndAsync(
            _members[Viewer.Former],
            (member, administration, yesterday, today) => member.Leave(yesterday, null, administration, today)
        );
        await EndAsync(
            _members[Viewer.RoleEndedYesterday],
            (member, administration, yesterday, today) =>
                member.EndRole(member.RoleAssignments[0].Id, yesterday, administration, today)
        );
        var superuser = await AddSuperuserAsync();
        _clients[Viewer.Superuser] = Program((await TokensAsync(superuser)).Access);

        var both = await AddPersonAsync(Role.Admin);
        await AddMemberAsync(Seestrasse, "Both", Role.Admin, both.AccountId);
        AdminOfBoth = Program((await TokensAsync(both)).Access);
        _clients[Viewer.AdminOfBothRestricted] = await TokenAsync(both, ["read", "write"], "lindenhof");

        var theirs = await AddAccountAsync("board@seestrasse.example", Password);
        var board = await AddMemberAsync(Seestrasse, "Board", Role.Admin, theirs.Id);
        await Theirs.GiveWorkAsync(this, board);
        await InCoopAsync(
            Seestrasse,
            (services, _) =>
                Task.FromResult(
                    services.GetRequiredService<CooperatorDbContext>().Add(Theirs.Tell(board, Clock.Now)).Entity
                )
        );
        TheirAdmin = Program((await TokensAsync(new Person(theirs.Email!, Password, theirs.Id, default))).Access);
    }

    private async Task<HttpClient> TokenAsync(Person person, string[] scopes, string? coop)
    {
        var program = Program((await TokensAsync(person)).Access);
        var made = await program.PostAsJsonAsync(
            "/auth/tokens",
            new
            {
                name = "script",
                scopes,
                coop,
                expiresInDays = 1,
            }
        );
        return Program((await made.JsonAsync(200)).Text("token"));
    }

    private async Task<Person> AddSuperuserAsync()
    {
        const string Email = "super@example.org";
        var letter = await Mail.LetterToAsync(Email);
        var token = letter.Split("&token=")[1].Split(['\n', ' '])[0].Trim();
        var reset = new
        {
            email = Email,
            token,
            password = Password,
        };
        await (await CreateClient().PostAsJsonAsync("/auth/password/reset", reset)).JsonAsync(204);
        return new Person(Email, Password, default, default);
    }

    private Task EndAsync(Guid memberId, Action<Member, Administration, DateOnly, DateOnly> end) =>
        InCoopAsync(
            Lindenhof,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                var today = services.GetRequiredService<CoopCalendar>().Today;
                var member = await db.LoadMemberAsync(memberId, ct);
                end(member, await Administration.LoadAsync(db, ct), today.AddDays(-1), today);
                return true;
            }
        );
}
