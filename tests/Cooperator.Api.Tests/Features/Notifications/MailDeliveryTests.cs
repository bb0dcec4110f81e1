using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform.Mail;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Platform.Mail;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>Notifications by e-mail, through a real mail server that is whatever mail servers can be.</summary>
public sealed class MailDeliveryTests(MailHouse house) : IClassFixture<MailHouse>
{
    [Fact]
    public async Task A_letter_tells_how_to_be_told_less()
    {
        await using var office = new PostOffice();
        house.Office = office.Port;
        var person = await house.AddPersonAsync();

        await house.GrantAsync(person);
        await house.AsTimePassesAsync(() => Task.FromResult(office.To(person).Any()));

        var letter = Assert.Single(office.To(person)).Unfolded();
        Assert.Contains("Hausdienst", letter, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Header("List-Unsubscribe-Post"));
        Assert.Contains("/unsubscribe?token=", letter.Header("List-Unsubscribe"), StringComparison.Ordinal);
        await house.AsTimePassesAsync(async () => (await house.DeliveriesAsync(person))[0].State is DeliveryState.Sent);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_waited_for()
    {
        house.Office = 1;
        var person = await house.AddPersonAsync();
        await house.GrantAsync(person);
        await house.AsTimePassesAsync(async () => (await house.DeliveriesAsync(person))[0].Attempts >= 2);
        Assert.Equal(DeliveryState.Failed, (await house.DeliveriesAsync(person))[0].State);

        await using var office = new PostOffice();
        house.Office = office.Port;
        await house.AsTimePassesAsync(() => Task.FromResult(office.To(person).Any()));
    }

    [Fact]
    public async Task A_refused_address_is_given_up_at_once_and_a_slow_one_keeps_nobody_waiting()
    {
        var (refused, slow, other) = (
            await house.AddPersonAsync(),
            await house.AddPersonAsync(),
            await house.AddPersonAsync()
        );
        var opened = new TaskCompletionSource();
        await using var office = new PostOffice { Refused = refused.Email, Slow = (slow.Email, opened.Task) };
        house.Office = office.Port;

        await house.GrantAsync(refused);
        await house.GrantAsync(slow);
        await house.GrantAsync(other);
        await house.AsTimePassesAsync(
            async () => office.To(other).Any() && await StateAsync(refused) is DeliveryState.Dead,
            step: TimeSpan.Zero
        );
        opened.SetResult();
        await house.AsTimePassesAsync(async () => await StateAsync(slow) is DeliveryState.Sent);

        var dead = Assert.Single(await house.DeliveriesAsync(refused));
        Assert.Equal(1, dead.Attempts);
        Assert.Contains("refuses the address", dead.LastError, StringComparison.Ordinal);
        Assert.Single(office.To(slow));
    }

    [Fact]
    public async Task Who_has_left_since_is_not_written_to()
    {
        await using var office = new PostOffice();
        var person = await house.AddPersonAsync();
        await ChooseAsync(person, hours => hours.Gather(12));
        await house.GrantAsync(person);
        await house.InCoopAsync(
            house.Lindenhof,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                var today = services.GetRequiredService<CoopCalendar>().Today;
                var member = await db.LoadMemberAsync(person.MemberId, ct);
                member.Leave(today.AddDays(-1), null, await Administration.LoadAsync(db, ct), today);
                return true;
            }
        );
        await house.PlannedAsync();

        house.Office = office.Port;
        await house.AsTimePassesAsync(
            async () =>
                (await house.DeliveriesAsync(person)).TrueForAll(d => d.State > DeliveryState.Sent || d.SentAt != null),
            step: TimeSpan.FromHours(1)
        );

        var deliveries = (await house.DeliveriesAsync(person)).ToDictionary(d => d.Kind);
        Assert.Equal(
            (DeliveryState.Dropped, "Is no longer a member."),
            (deliveries["ROLE_GRANTED"].State, deliveries["ROLE_GRANTED"].LastError)
        );
        // That it is over must be told all the same, and at once.
        Assert.Equal(DeliveryState.Sent, deliveries["MEMBERSHIP_ENDED"].State);
        Assert.DoesNotContain("List-Unsubscribe", Assert.Single(office.To(person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_gathered_comes_as_one_letter_at_its_hour_and_not_in_the_quiet_hours()
    {
        await using var office = new PostOffice();
        house.Office = office.Port;
        var person = await house.AddPersonAsync();
        await ChooseAsync(
            person,
            hours =>
            {
                hours.Gather(6);
                hours.BeQuiet(22, 8);
            }
        );
        await house.GrantAsync(person, Role.Maintainer);
        await house.GrantAsync(person, Role.Observer);

        await house.AsTimePassesAsync(() => Task.FromResult(office.To(person).Any()), TimeSpan.FromMinutes(20));

        var letter = Assert.Single(office.To(person)).Unfolded();
        Assert.Contains("Beobachter", letter, StringComparison.Ordinal);
        Assert.Contains("Hausdienst", letter, StringComparison.Ordinal);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(house.Lindenhof.TimeZone);
        Assert.All(
            await house.DeliveriesAsync(person),
            d => Assert.Equal(8, TimeZoneInfo.ConvertTime(d.NextTryAt, zone).Hour)
        );
    }

    [Fact]
    public async Task One_click_ends_letters_of_a_kind_without_signing_in_and_opening_the_link_does_not()
    {
        await using var office = new PostOffice();
        house.Office = office.Port;
        var person = await house.AddPersonAsync();
        await house.GrantAsync(person);
        await house.AsTimePassesAsync(() => Task.FromResult(office.To(person).Any()));
        var link = new Uri(office.To(person).First().Unfolded().Header("List-Unsubscribe").Trim('<', '>'));
        using var anybody = house.CreateClient();

        await anybody.GetAsync(link.PathAndQuery);
        await house.GrantAsync(person, Role.Observer);
        await house.AsTimePassesAsync(() => Task.FromResult(office.To(person).Count() == 2));
        using var click = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Equal(204, (int)(await anybody.PostAsync(link.PathAndQuery, click)).StatusCode);
        await house.GrantAsync(person, Role.Admin);

        // The third role is in the inbox, and no letter tells of it.
        Assert.Equal(2, (await house.DeliveriesAsync(person)).Count);
        await (await anybody.PostAsync("/unsubscribe?token=forged", null)).ProblemAsync(
            400,
            "UNSUBSCRIBE_TOKEN_INVALID"
        );
    }

    [Fact]
    public async Task A_node_that_dies_between_sending_and_recording_has_another_one_send_it_again_under_the_same_id()
    {
        await using var office = new PostOffice();
        house.Office = office.Port;
        var person = await house.AddPersonAsync();
        var handedOver = new TaskCompletionSource();
        await using var doomed = house.WithWebHostBuilder(host =>
            host.ConfigureTestServices(services =>
                services.AddSingleton<IMailSender>(new Dying(office.Port, person.Email, handedOver))
            )
        );
        // The other node does not look while this one is still alive.
        house.Office = 1;
        await house.GrantAsync(person);
        _ = doomed.Services;
        await house.AsTimePassesAsync(() =>
        {
            doomed.Services.GetRequiredService<DeliverySignal>().Wake();
            return Task.FromResult(handedOver.Task.IsCompleted);
        });

        house.Office = office.Port;
        await house.AsTimePassesAsync(async () => await StateAsync(person) is DeliveryState.Sent);

        var ids = office.To(person).Select(letter => letter.Header("Message-ID")).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Single(ids.Distinct());
    }

    private async Task<DeliveryState> StateAsync(Person person) => (await house.DeliveriesAsync(person))[0].State;

    private Task ChooseAsync(Person person, Action<MailHours> choose) =>
        house.InCoopAsync(
            house.Lindenhof,
            async (services, ct) =>
            {
                choose(await services.GetRequiredService<NotificationChoices>().HoursAsync(person.MemberId, ct));
                return true;
            }
        );

    /// <summary>Hands somebody's letter to the mail server and is never heard of again.</summary>
    private sealed class Dying(int port, string addressee, TaskCompletionSource handedOver) : IMailSender
    {
        public async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
        {
            var settings = new MailSettings
            {
                Host = "127.0.0.1",
                Port = port,
                StartTls = false,
            };
            await new SmtpMailSender(settings).SendAsync(message, cancellationToken);
            if (message.To == addressee)
            {
                handedOver.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        }
    }
}
