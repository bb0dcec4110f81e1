using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Mail;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Platform.Mail;

/// <summary>Letters go to a real mail server, which is away, slow, or does not know somebody.</summary>
public sealed class SmtpTests(SmtpTests.House house) : IClassFixture<SmtpTests.House>
{
    [Fact]
    public async Task Letters_wait_for_a_mail_server_that_is_away_and_all_arrive_when_it_is_back()
    {
        var first = await InviteAsync();
        var second = await InviteAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(house.Failures > 0));

        await using var office = new PostOffice();
        house.Office = office.Port;
        await Eventually.HoldsAsync(() =>
        {
            // Each failure postpones the letter.
            house.Clock.Now += TimeSpan.FromMinutes(1);
            return Task.FromResult(Arrived(office, first) && Arrived(office, second));
        });
    }

    [Fact]
    public async Task A_letter_that_is_refused_or_slow_keeps_nobody_s_request_waiting_and_no_other_letter_away()
    {
        var opened = new TaskCompletionSource();
        var (refused, slow) = ("refused@example.org", "slow@example.org");
        await using var office = new PostOffice { Refused = refused, Slow = (slow, opened.Task) };
        house.Office = office.Port;

        await InviteAsync(refused);
        await InviteAsync(slow);
        var other = await InviteAsync();
        // The requests are done while the slow letter is not.
        opened.SetResult();

        await Eventually.HoldsAsync(() =>
        {
            house.Clock.Now += TimeSpan.FromMinutes(1);
            return Task.FromResult(Arrived(office, other) && Arrived(office, slow));
        });
        Assert.False(Arrived(office, refused));
    }

    [Fact]
    public async Task While_a_mail_server_takes_its_time_everybody_is_told_of_what_happens()
    {
        var opened = new TaskCompletionSource();
        await using var office = new PostOffice { Slow = ("snail@example.org", opened.Task) };
        house.Office = office.Port;

        await InviteAsync("snail@example.org");
        await Eventually.HoldsAsync(() => Task.FromResult(office.Waiting > 0));
        await house.AddMemberAsync(house.Lindenhof, "Meanwhile", Role.Resident);
        var planner = house.Services.GetRequiredService<Planner>();
        await Eventually.HoldsAsync(() => planner.PlanAsync(house.Lindenhof.Id, default));

        Assert.False(Arrived(office, "snail@example.org"));
        opened.SetResult();
        await Eventually.HoldsAsync(() => Task.FromResult(Arrived(office, "snail@example.org")));
    }

    private static bool Arrived(PostOffice office, string address) =>
        office.Letters.Any(letter =>
            letter.Contains($"To: {address}", StringComparison.Ordinal)
            || letter.Contains($"<{address}>", StringComparison.Ordinal)
        );

    private async Task<string> InviteAsync(string? address = null)
    {
        var member = await house.AddMemberAsync(house.Lindenhof, "Kim", Role.Resident);
        var email = address ?? $"{member.Id:N}@example.org";
        await house.InCoopAsync(
            house.Lindenhof,
            (services, ct) => services.GetRequiredService<InvitationDesk>().InviteAsync(member, email, null, ct)
        );
        return email;
    }

    /// <summary>The program with a mail server whose port changes.</summary>
    public class House(DatabaseServer server) : IdentityHouse(server)
    {
        private int _failures;

        /// <summary>Port 1 has nobody behind it.</summary>
        public int Office { get; set; } = 1;

        public int Failures => _failures;

        protected override void Replace(IServiceCollection services) =>
            services.AddSingleton<IMailSender>(new Sender(this));

        private sealed class Sender(House house) : IMailSender
        {
            public async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
            {
                var settings = new MailSettings
                {
                    Host = "127.0.0.1",
                    Port = house.Office,
                    StartTls = false,
                };
                try
                {
                    await new SmtpMailSender(settings).SendAsync(message, cancellationToken);
                }
                catch
                {
                    Interlocked.Increment(ref house._failures);
                    throw;
                }
            }
        }
    }
}
