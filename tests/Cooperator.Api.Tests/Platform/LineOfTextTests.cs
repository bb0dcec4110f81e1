using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Tests.Platform;

public sealed class LineOfTextTests
{
    [Theory]
    [InlineData("  Anna \u00A0 Maria ", "Anna Maria")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("O\u2019Brien", "O\u2019Brien")]
    [InlineData("אבג", "אבג")]
    [InlineData("👩\u200D👩\u200D👧", "👩\u200D👩\u200D👧")]
    [InlineData("İstanbul ß ı", "İstanbul ß ı")]
    [InlineData("\u200B", "")]
    [InlineData("\u200B \u2060\uFEFF", "")]
    [InlineData("\u3000", "")]
    [InlineData(null, "")]
    public void What_looks_alike_is_alike(string? typed, string kept) => Assert.Equal(kept, LineOfText.Tidy(typed));

    [Theory]
    [InlineData("a\u0007b")]
    [InlineData("a\nb")]
    [InlineData("Alma \u202Elmaerk")]
    [InlineData("Alma\u2066")]
    [InlineData("Al\uFFFEma")]
    [InlineData("Al\uFFFFma")]
    public void What_can_not_be_printed_or_turns_text_around_is_found(string typed) =>
        Assert.True(LineOfText.HoldsUnprintable(LineOfText.Tidy(typed)));

    [Fact]
    public void Half_a_character_is_found()
    {
        foreach (var half in new[] { (char)0xD83D, (char)0xDC69 })
        {
            Assert.True(LineOfText.HoldsUnprintable(LineOfText.Tidy($"a{half}b")));
            Assert.True(LineOfText.HoldsUnprintable(LineOfText.Tidy($"{half}")));
        }
    }
}
