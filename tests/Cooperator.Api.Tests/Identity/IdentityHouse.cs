using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Mail;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Identity;

/// <summary>The whole program on a database of its own, with a clock that tests set, cheap password hashes and a letter box that can be read.</summary>
public class IdentityHouse(DatabaseServer server) : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private readonly string _dataFolder = Directory.CreateTempSubdirectory("cooperator-data-").FullName;
    private DatabaseConnections _connections = null!;
    private int _count;

    /// <summary>Starts at the real time, as cookie containers compare with that.</summary>
    public TestClock Clock { get; } = new() { Now = DateTimeOffset.UtcNow };

    public Mailbox Mail { get; } = new();

    public Coop Lindenhof { get; private set; } = null!;

    public Coop Seestrasse { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        _connections = await server.CopyAsync();
        Lindenhof = await AddCoopAsync("lindenhof");
        Seestrasse = await AddCoopAsync("seestrasse");
    }

    /// <summary>A new person in Lindenhof, with an account when there is a password.</summary>
    public async Task<Person> AddPersonAsync(Role role = Role.Resident, string? password = Password)
    {
        var number = Interlocked.Increment(ref _count);
        var email = $"person{number}@example.org";
        var account = password is null ? null : await AddAccountAsync(email, password);
        var member = await AddMemberAsync(Lindenhof, $"Person{number}", role, account?.Id);
        return new Person(email, password ?? "", account?.Id ?? Guid.Empty, member.Id);
    }

    public async Task<Account> AddAccountAsync(string email, string password)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = new Account(email, "Robin " + email.Split('@')[0], Language.De, Clock.Now);
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await accounts.CreateAsync(account, password)).Succeeded);
        return account;
    }

    public Task<Member> AddMemberAsync(Coop coop, string given, Role role, Guid? accountId = null) =>
        InCoopAsync(
            coop,
            (services, _) =>
            {
                var member = Furnish.Member(given, "Lund", role);
                if (accountId is { } id)
                {
                    member.ConnectAccount(id);
                }

                services.GetRequiredService<CooperatorDbContext>().Add(member);
                return Task.FromResult(member);
            }
        );

    public async Task<T> InCoopAsync<T>(Coop coop, Func<IServiceProvider, CancellationToken, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
        var transactions = scope.ServiceProvider.GetRequiredService<DatabaseTransactions>();
        return await transactions.WriteAsync(ct => work(scope.ServiceProvider, ct), default);
    }

    /// <summary>Waits until everybody is told of what has happened so far, and nothing is on its way any more.</summary>
    public async Task ToldAsync(Coop coop)
    {
        var planner = Services.GetRequiredService<Planner>();
        await Eventually.HoldsAsync(() => planner.PlanAsync(coop.Id, default));
        await Eventually.HoldsAsync(() =>
            InCoopAsync(
                coop,
                (services, ct) =>
                    services
                        .GetRequiredService<CooperatorDbContext>()
                        .Deliveries.AllAsync(d => d.State != DeliveryState.Pending || d.NextTryAt > Clock.Now, ct)
            )
        );
    }

    /// <summary>A browser: it keeps cookies and names itself as our web app does.</summary>
    public HttpClient Browser()
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add("Cooperator-Client", "web");
        return browser;
    }

    public async Task<HttpClient> SignedInAsync(Person person)
    {
        var browser = Browser();
        var answer = await browser.PostAsJsonAsync("/auth/sign-in", new { person.Email, person.Password });
        Assert.Equal(200, (int)answer.StatusCode);
        return browser;
    }

    public HttpClient Program(string token)
    {
        var program = CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }

    public async Task<Tokens> TokensAsync(Person person)
    {
        var answer = await CreateClient().PostAsJsonAsync("/auth/token", new { person.Email, person.Password });
        var json = await answer.JsonAsync(200);
        return new Tokens(json.Text("accessToken"), json.Text("refreshToken"));
    }

    /// <summary>For houses that need another part replaced.</summary>
    protected virtual void Replace(IServiceCollection services) { }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Folder", _dataFolder);
        builder.UseSetting("Database:ConnectionString", _connections.App);
        builder.UseSetting("Database:OwnerConnectionString", _connections.Owner);
        builder.UseSetting("Database:RelayConnectionString", _connections.Relay);
        builder.UseSetting("RateLimits:AuthPerMinute", "0");
        builder.UseSetting("Tokens:PasswordIterations", "1000");
        builder.UseSetting("Superuser:Email", "super@example.org");
        builder.ConfigureTestServices(services =>
            Replace(services.AddSingleton<TimeProvider>(Clock).AddSingleton<IMailSender>(Mail))
        );
    }

    private Task<Coop> AddCoopAsync(string slug)
    {
        var coop = new Coop(slug, "Genossenschaft " + slug, "Europe/Berlin", "EUR", "de");
        return InCoopAsync(
            coop,
            (services, _) =>
            {
                services.GetRequiredService<CooperatorDbContext>().Add(coop);
                return Task.FromResult(coop);
            }
        );
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_dataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public sealed record Person(string Email, string Password, Guid AccountId, Guid MemberId);

public sealed record Tokens(string Access, string Refresh);

/// <summary>What would have been sent.</summary>
public sealed class Mailbox : IMailSender
{
    private readonly ConcurrentQueue<MailMessage> _letters = new();

    public int Count(string to) => _letters.Count(l => l.To == to);

    public int Count(string to, string words) =>
        _letters.Count(l => l.To == to && l.Content.Text.Contains(words, StringComparison.Ordinal));

    public Task SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        _letters.Enqueue(message);
        return Task.CompletedTask;
    }

    /// <summary>The text of the newest letter to the address once there are that many.</summary>
    public async Task<string> LetterToAsync(string address, int count = 1)
    {
        for (var tries = 0; Count(address) < count; tries++)
        {
            Assert.True(tries < 600, $"No letter to {address} within 30 s.");
            await Task.Delay(50);
        }

        return _letters.Last(l => l.To == address).Content.Text;
    }
}

internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} instead of {status}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The answer is this problem; gives it for a look at its facts.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, int status, string code)
    {
        var problem = await answer.JsonAsync(status);
        Assert.Equal(code, problem.Text("code"));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("urn:cooperator:problem:", problem.Text("type"), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Text("traceId"));
        return problem;
    }

    public static string Text(this JsonElement json, string property) => json.GetProperty(property).GetString()!;

    public static string[] Faults(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(e => e.Text("path") + ":" + e.Text("code"))];
}
