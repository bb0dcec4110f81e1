namespace Cooperator.Api.Features.Notifications;

/// <summary>The kinds of this house.</summary>
public sealed class NotificationRules
{
    private readonly Dictionary<NotificationKind, NotificationRule> _byKind;
    private readonly ILookup<string, NotificationRule> _byEvent;

    public NotificationRules(IEnumerable<NotificationRule> rules)
    {
        _byKind = rules.ToDictionary(r => r.Kind);
        _byEvent = _byKind
            .Values.SelectMany(r => r.Events, (r, e) => (Event: e, Rule: r))
            .OrderBy(x => x.Rule.InsteadOf is null)
            .ToLookup(x => x.Event, x => x.Rule);
    }

    /// <summary>In the order of their names in the code.</summary>
    public IEnumerable<NotificationRule> All => _byKind.OrderBy(r => r.Key).Select(r => r.Value);

    public NotificationRule Of(NotificationKind kind) => _byKind[kind];

    /// <summary>Those that say it more exactly come first.</summary>
    public IEnumerable<NotificationRule> CausedBy(string eventKind) => _byEvent[eventKind];
}

public static class NotificationRuleRegistration
{
    public static IServiceCollection AddNotificationRule<TRule>(this IServiceCollection services)
        where TRule : NotificationRule => services.AddSingleton<NotificationRule, TRule>();
}
