namespace Cooperator.GraphQL.AspNetCore.Http.Uploads;

/// <summary>The server can not keep an uploaded file, for want of room or rights: its own fault, and not the request's.</summary>
internal sealed class TemporaryFileException(Exception cause) : Exception("An uploaded file can not be kept.", cause);
