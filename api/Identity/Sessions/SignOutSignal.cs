namespace Cooperator.Api.Identity;

/// <summary>
/// The database says that a session or a personal access token is gone, whatever deleted it. What it says is the key of
/// the <see cref="Credential"/>.
/// </summary>
internal static class SignOutSignal
{
    public const string Channel = "cooperator_sign_outs";

    public const string OfSessions = $"""
        CREATE OR REPLACE FUNCTION notify_of_ended_session() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('{Channel}', replace(OLD.id::text, '-', ''));
            RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER sessions_tell_their_end AFTER DELETE ON sessions
            FOR EACH ROW EXECUTE FUNCTION notify_of_ended_session();
        """;

    public const string OfPersonalAccessTokens = $"""
        CREATE OR REPLACE FUNCTION notify_of_ended_token() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('{Channel}', upper(encode(OLD.hash, 'hex')));
            RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER personal_access_tokens_tell_their_end AFTER DELETE ON personal_access_tokens
            FOR EACH ROW EXECUTE FUNCTION notify_of_ended_token();
        """;
}
