using Cooperator.Api.Platform.Http;
using Cooperator.Api.Platform.Mail;
using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;
using Microsoft.Extensions.Configuration;

namespace Cooperator.Api.Tests.Platform.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Takes_defaults_where_nothing_is_said() =>
        Assert.Equal(new LimitSettings(), SettingsReader.Read<LimitSettings>(Said(), "Limits"));

    [Fact]
    public void Names_the_setting_that_lies_outside_its_range() =>
        Assert.Equal(
            "The setting Limits:HeaderSeconds is wrong: The field HeaderSeconds must be between 1 and 300.",
            Refused<LimitSettings>("Limits", ("Limits:HeaderSeconds", "0"))
        );

    [Fact]
    public void Names_the_setting_that_can_not_be_read() =>
        Assert.Contains("'Mail:Port'", Refused<MailSettings>("Mail", ("Mail:Port", "smtp")), StringComparison.Ordinal);

    [Fact]
    public void Names_the_connections_that_a_server_needs() =>
        Assert.Equal(
            "The setting Database:OwnerConnectionString is wrong: it is needed when the database is a server of its own. "
                + "The setting Database:RelayConnectionString is wrong: it is needed when the database is a server of its own.",
            Refused<DatabaseSettings>("Database", ("Database:ConnectionString", "Host=db"))
        );

    [Theory]
    [InlineData("Proxy:Networks:0", "everywhere")]
    public void Names_a_network_that_is_none(string name, string value) =>
        Assert.StartsWith(
            "The setting Proxy:Networks is wrong: everywhere is no network",
            Refused<ProxySettings>("Proxy", (name, value)),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_blank_counts_as_left_out()
    {
        var mail = SettingsReader.Read<MailSettings>(Said(("Mail:Username", ""), ("Mail:Host", " ")), "Mail");

        Assert.Null(mail.Username);
        Assert.Null(mail.Host);
        Assert.Equal(587, SettingsReader.Read<MailSettings>(Said(("Mail:Port", "")), "Mail").Port);
        Assert.Null(SettingsReader.Read<SiteSettings>(Said(("Site:PublicUrl", "")), "Site").PublicUrl);
        Assert.Empty(SettingsReader.Read<ProxySettings>(Said(("Proxy:Networks:0", "")), "Proxy").Networks);
    }

    [Theory]
    [InlineData("postgres://cooperator_app:secret@db/cooperator")]
    [InlineData("Host=db;Prot=5432")]
    [InlineData("Host=db;Port=many")]
    [InlineData("Database=cooperator")]
    public void Names_a_connection_that_is_none_without_repeating_it(string connection) =>
        Assert.Equal(
            "The setting Database:RelayConnectionString is wrong: it must look like "
                + "Host=db;Database=cooperator;Username=cooperator_app;Password=….",
            Refused<DatabaseSettings>(
                "Database",
                ("Database:ConnectionString", "Host=db"),
                ("Database:OwnerConnectionString", "Host=db"),
                ("Database:RelayConnectionString", connection)
            )
        );

    [Fact]
    public void A_database_is_embedded_until_a_connection_is_given()
    {
        Assert.Equal(DatabaseMode.Embedded, new DatabaseSettings().EffectiveMode);
        Assert.Equal(DatabaseMode.Server, new DatabaseSettings { ConnectionString = "Host=db" }.EffectiveMode);
    }

    private static string Refused<T>(string section, params (string, string)[] said)
        where T : class, new() =>
        Assert.Throws<StartupRefusedException>(() => SettingsReader.Read<T>(Said(said), section)).Message;

    private static IConfiguration Said(params (string Name, string Value)[] said) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(said.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
            .Build();
}
