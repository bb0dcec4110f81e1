namespace Cooperator.Api.Platform.Refusals;

/// <summary>A rule of the co-op says no. The message is shown to people; public properties are its facts.</summary>
public abstract class RefusalException(string message) : Exception(message);
