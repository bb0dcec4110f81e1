namespace Cooperator.Api.Database.Events;

/// <summary>What the database itself guarantees of the event log.</summary>
internal static class EventLogScripts
{
    public const string Channel = "cooperator_events";

    public const string Notify = $"""
        CREATE OR REPLACE FUNCTION notify_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('{Channel}', '');
            RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER event_log_notifies AFTER INSERT ON event_log
            FOR EACH STATEMENT EXECUTE FUNCTION notify_of_event();
        """;
}
