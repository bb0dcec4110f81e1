using Cooperator.Api.Database;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Notifications;

/// <summary>When letters may reach a member: not in the quiet hours; gathered once a day, if the member likes that better.</summary>
public sealed class MailHours : TenantEntity
{
    private MailHours() { }

    public MailHours(Guid memberId) => MemberId = memberId;

    public Guid MemberId { get; private set; }

    /// <summary>The hour of the day at which the quiet hours begin; null for none.</summary>
    public int? QuietFrom { get; private set; }

    /// <summary>The hour at which they are over, on the next day when it is not later than <see cref="QuietFrom"/>.</summary>
    public int? QuietUntil { get; private set; }

    /// <summary>The hour of the daily letter; null for a letter each.</summary>
    public int? DigestHour { get; private set; }

    public void BeQuiet(int? from, int? until)
    {
        var check = new InputCheck();
        check.Require(IsHour(from), HourOfDay, "from");
        check.Require(IsHour(until), HourOfDay, "until");
        check.Require(
            from is null == until is null,
            new InputFault(InputFaultCode.Required),
            from is null ? "from" : "until"
        );
        check.Require(from is null || from != until, HourOfDay, "until");
        check.Demand();
        (QuietFrom, QuietUntil) = (from, until);
    }

    public void Gather(int? hour)
    {
        if (!IsHour(hour))
        {
            throw new InvalidInputException(HourOfDay, "hour");
        }

        DigestHour = hour;
    }

    /// <summary>The first moment at which a letter about something of <paramref name="now"/> may go.</summary>
    public DateTimeOffset NotBefore(DateTimeOffset now, TimeZoneInfo zone)
    {
        var at = DigestHour is { } hour ? HoursOfDay.Next(hour, now, zone) : now;
        return (QuietFrom, QuietUntil) is ({ } from, { } until) ? HoursOfDay.After(from, until, at, zone) : at;
    }

    private static InputFault HourOfDay => new(InputFaultCode.OutOfRange, 0, 23);

    private static bool IsHour(int? hour) => hour is null or >= 0 and <= 23;
}
