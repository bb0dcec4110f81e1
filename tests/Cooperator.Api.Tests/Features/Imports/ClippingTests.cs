using System.Text;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Imports;

/// <summary>What is too long to be repeated is cut between characters, not within one.</summary>
public sealed class ClippingTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    // The picture takes two places: the 200th and the one after it.
    private static readonly string Long = new string('a', 199) + "😀" + new string('b', 50);

    [Fact]
    public async Task A_long_file_name_heading_and_value_with_a_picture_where_they_are_cut_are_told()
    {
        var board = await GraphQLCaller.SignInAsync(house, await house.AddPersonAsync(Role.Admin), "lindenhof");
        using var list = new ByteArrayContent(
            Encoding.UTF8.GetBytes($"Nachname;Eintritt;Rolle;{Long}\nBerg;{Long};{Long};{Long}")
        );
        using var form = new MultipartFormDataContent();
        form.Add(list, "file", $"\"😀{new string('n', 195)}.csv\"");

        var uploaded = await board.Client.PostAsync("/imports?kind=MEMBERS", form);
        var id = (await uploaded.JsonAsync(201)).Text("id");
        var import = (
            await board.DataAsync(
                $$"""{ import(id: "{{id}}") { fileName columns faults { column value } preview { values } } }"""
            )
        ).GetProperty("import");

        var cut = new string('a', 199) + "…";
        Assert.Equal(new string('n', 195) + ".csv", import.GetProperty("fileName").GetString());
        Assert.Equal(cut, import.GetProperty("columns")[3].GetString());
        Assert.Contains(import.GetProperty("faults").EnumerateArray(), f => f.GetProperty("value").GetString() == cut);
        Assert.Equal(cut, import.GetProperty("preview")[0].GetProperty("values")[3].GetString());
    }
}
