using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Imports;

public sealed class LiveImportTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task What_a_list_brings_is_told_to_the_others_at_once()
    {
        var admin = await GraphQLCaller.SignInAsync(house, await house.AddPersonAsync(Role.Admin), "lindenhof");
        var resident = await GraphQLCaller.SignInAsync(house, await house.AddPersonAsync(), "lindenhof");
        await using var socket = await LiveSocket.OpenAsync(house, resident.Token!, "lindenhof");
        await socket.SubscribeAsync("subscription { memberChanged { kind member { displayName } } }");

        using var list = new StringContent("Vorname;Nachname;Eintritt\nAda;Live;1.1.2020");
        var uploaded = await admin.Client.PostAsync("/imports?kind=MEMBERS", list);
        var import = (await uploaded.JsonAsync(201)).Text("id");
        await admin.DataAsync(
            $"mutation {{ applyImport(input: {{ importId: \"{import}\" }}) {{ import {{ state }} }} }}"
        );

        Assert.Equal(
            """{"kind":"member.joined","member":{"displayName":"Ada Live"}}""",
            (await socket.NextAsync()).GetProperty("memberChanged").ToString()
        );
    }
}
