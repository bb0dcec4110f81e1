using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cooperator.Api.Platform.DataProtection;

internal static class DataProtectionFeature
{
    public static void AddDataProtectionInDatabase(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("theCooperator");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new KeysInDatabase(provider.GetRequiredService<NpgsqlDataSource>())
            )
        );
    }
}
