namespace Cooperator.Api.Platform.Startup;

/// <summary>
/// The process can not start, and the reason is one sentence a person can act on. It is printed alone, without a
/// stack trace, and the process ends with exit code 1.
/// </summary>
public sealed class StartupRefusedException : Exception
{
    /// <summary>Refuses to start for the reason told in <paramref name="sentence"/>.</summary>
    public StartupRefusedException(string sentence)
        : base(sentence) { }

    /// <summary>Refuses to start for the reason told in <paramref name="sentence"/>, keeping its cause.</summary>
    public StartupRefusedException(string sentence, Exception cause)
        : base(sentence, cause) { }
}
