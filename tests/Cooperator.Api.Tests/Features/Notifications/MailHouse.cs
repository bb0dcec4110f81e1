using System.Buffers.Text;
using System.Text;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Platform.Mail;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>A house whose letters go to a real mail server, with a clock that tests set.</summary>
public sealed class MailHouse(DatabaseServer server) : SmtpTests.House(server)
{
    /// <summary>Grants a role, of which the member is told by e-mail. Nobody does it.</summary>
    public async Task GrantAsync(Person person, Role role = Role.Maintainer)
    {
        await InCoopAsync(
            Lindenhof,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                var today = services.GetRequiredService<CoopCalendar>().Today;
                var member = await db.LoadMemberAsync(person.MemberId, ct);
                return member.Grant(role, new(today, null));
            }
        );
        await PlannedAsync();
    }

    public Task PlannedAsync() =>
        Eventually.HoldsAsync(() => Services.GetRequiredService<Planner>().PlanAsync(Lindenhof.Id, default));

    public Task<List<Delivery>> DeliveriesAsync(Person person) =>
        InCoopAsync(
            Lindenhof,
            (services, ct) =>
                services
                    .GetRequiredService<CooperatorDbContext>()
                    .Deliveries.AsNoTracking()
                    .Where(d => d.MemberId == person.MemberId)
                    .OrderBy(d => d.CreatedAt)
                    .ThenBy(d => d.Id)
                    .ToListAsync(ct)
        );

    /// <summary>Waits while time passes and deliveries become due.</summary>
    public Task AsTimePassesAsync(Func<Task<bool>> condition, TimeSpan? step = null) =>
        Eventually.HoldsAsync(async () =>
        {
            Clock.Now += step ?? TimeSpan.FromMinutes(1);
            Services.GetRequiredService<DeliverySignal>().Wake();
            return await condition();
        });
}

internal static class Letters
{
    public static IEnumerable<string> To(this PostOffice office, Person person) =>
        office.Letters.Where(letter =>
            letter.Contains($"To: ", StringComparison.Ordinal) && letter.Contains(person.Email)
        );

    public static string Header(this string letter, string name) =>
        letter.Split('\n').First(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase)).Trim()[
            (name.Length + 2)..
        ];

    /// <summary>The letter as it is read: lines joined that were broken on the way, and what was encoded for it in plain text.</summary>
    public static string Unfolded(this string letter)
    {
        var lines = letter.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var encoded = lines.Where(line => line.Length > 0 && Base64.IsValid(line)).Select(Convert.FromBase64String);
        var joined = letter.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal);
        return joined + Encoding.UTF8.GetString([.. encoded.SelectMany(bytes => bytes)]);
    }
}
