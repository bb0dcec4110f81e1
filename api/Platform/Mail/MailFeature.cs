using Cooperator.Api.Platform.Settings;

namespace Cooperator.Api.Platform.Mail;

internal static class MailFeature
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<MailSettings>("Mail");
        if (settings.Host is null)
        {
            builder.Services.AddSingleton<IMailSender, FileMailSender>();
        }
        else
        {
            builder.Services.AddSingleton<IMailSender, SmtpMailSender>();
        }
    }
}
