using System.ComponentModel.DataAnnotations;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.Settings;

/// <summary>Reads a section of the settings into a record, checks it there and then, and offers it to all services.</summary>
public static class SettingsReader
{
    /// <summary>
    /// Reads <paramref name="section"/> once. A value that can not be read or lies outside its range stops the start with
    /// a sentence that names the setting, rather than failing later where nobody can tell why.
    /// </summary>
    public static T AddSettings<T>(this WebApplicationBuilder builder, string section)
        where T : class, new()
    {
        var settings = Read<T>(builder.Configuration, section);
        builder.Services.AddSingleton(settings);
        return settings;
    }

    /// <summary>Reads and checks a section; what is blank counts as left out.</summary>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        T settings;
        try
        {
            settings = Filled(configuration, section).Get<T>() ?? new();
        }
        catch (InvalidOperationException e)
        {
            // The binder's message holds the key and the value; its inner ones repeat it in the words of the parser.
            throw new StartupRefusedException($"A setting can not be read: {e.Message}", e);
        }

        var faults = new List<ValidationResult>();
        if (Validator.TryValidateObject(settings, new(settings), faults, validateAllProperties: true))
        {
            return settings;
        }
        throw new StartupRefusedException(string.Join(' ', faults.Select(fault => Sentence(section, fault))));
    }

    // What is blank counts as left out, as in a form: a line of .env without a value is one.
    private static IConfigurationSection Filled(IConfiguration configuration, string section) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                configuration.GetSection(section).AsEnumerable().Where(said => !string.IsNullOrWhiteSpace(said.Value))
            )
            .Build()
            .GetSection(section);

    private static string Sentence(string section, ValidationResult fault)
    {
        var message = fault.ErrorMessage!.TrimEnd('.');
        var name = fault.MemberNames.FirstOrDefault();
        return name is null ? $"{message}." : $"The setting {section}:{name} is wrong: {message}.";
    }
}
