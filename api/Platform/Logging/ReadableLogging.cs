using Microsoft.Extensions.Logging.Console;

namespace Cooperator.Api.Platform.Logging;

internal static class ReadableLogging
{
    /// <summary>
    /// One line an entry, for people. Machines set <c>Logging:Console:FormatterName=json</c>; levels are the framework's
    /// own settings (<c>Logging:LogLevel:*</c>), and appsettings.json holds our defaults.
    /// </summary>
    public static void AddReadableLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console =>
            console.FormatterName =
                builder.Configuration["Logging:Console:FormatterName"] ?? ConsoleFormatterNames.Simple
        );
        builder.Services.Configure<SimpleConsoleFormatterOptions>(simple =>
        {
            simple.SingleLine = true;
            simple.TimestampFormat = "HH:mm:ss ";
        });
    }
}
