namespace Cooperator.Api.Database.Events;

/// <summary>What the database itself guarantees of the event log.</summary>
internal static class EventLogScripts
{
    public const string Channel = "cooperator_events";

    public const string AppendOnly = """
        CREATE OR REPLACE FUNCTION refuse_change_of_event_log() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the event log is append-only';
        END $$;
        CREATE OR REPLACE TRIGGER event_log_is_append_only BEFORE UPDATE OR DELETE ON event_log
            FOR EACH ROW EXECUTE FUNCTION refuse_change_of_event_log();
        CREATE OR REPLACE TRIGGER event_log_is_never_truncated BEFORE TRUNCATE ON event_log
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_event_log();
        REVOKE UPDATE, DELETE, TRUNCATE ON event_log FROM cooperator_app;
        """;

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
