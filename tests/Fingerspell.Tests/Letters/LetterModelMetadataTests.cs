using CsCheck;
using Fingerspell.Letters;

namespace Fingerspell.Tests.Letters;

public sealed class LetterModelMetadataTests
{
    static readonly LetterModelMetadata Example = new("tutorial", 28, Normalisation.Unit, 1.25, 0.5, """{"seed":7}""", 1.1, 2, new SignOdds(-0.5, 3, 4.25));

    [Fact]
    public void The_entries_are_those_of_the_contract()
    {
        var properties = Example.ToProperties();
        Assert.Equal("1", properties["fingerspell.format"]);
        Assert.Equal("letters", properties["fingerspell.kind"]);
        Assert.Equal("tutorial", properties["fingerspell.network"]);
        Assert.Equal("28", properties["fingerspell.size"]);
        Assert.Equal("ABCDEFGHIJKLMNOPQRSTUVWXY", properties["fingerspell.letters"]);
        Assert.Equal("unit", properties["fingerspell.normalisation"]);
        Assert.Equal("1.25", properties["fingerspell.temperature"]);
        Assert.Equal("0.5", properties["fingerspell.threshold"]);
        Assert.Equal("""{"seed":7}""", properties["fingerspell.provenance"]);
        Assert.Equal("1.1", properties["fingerspell.margin"]);
        Assert.Equal("2", properties["fingerspell.views"]);
        Assert.Equal("-0.5,3,4.25", properties["fingerspell.sign-odds"]);
        Assert.Equal("none", (Example with { SignOdds = null }).ToProperties()["fingerspell.sign-odds"]);
        Assert.Equal(12, properties.Count);
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.Int[8, 512], Gen.Enum<Normalisation>(), Gen.Double[1e-9, 100], Gen.Double[0, 1], Gen.Double[1, 4], Gen.Int[1, 2])
            .Sample((size, normalisation, temperature, threshold, margin, views) =>
            {
                var metadata = new LetterModelMetadata("net", size, normalisation, temperature, threshold, "{}", margin, views);
                Assert.Equal(metadata, LetterModelMetadata.Parse(metadata.ToProperties(), "a.onnx"));
            });

    [Fact]
    public void Entries_of_other_programs_are_passed_over()
    {
        var properties = new Dictionary<string, string>(Example.ToProperties()) { ["author"] = "someone" };
        Assert.Equal(Example, LetterModelMetadata.Parse(properties, "a.onnx"));
    }

    public static TheoryData<string> Keys => new(Example.ToProperties().Keys);

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_missing_entry_is_refused_by_name(string key)
    {
        var properties = new Dictionary<string, string>(Example.ToProperties());
        properties.Remove(key);
        var error = Assert.Throws<FingerspellException>(() => LetterModelMetadata.Parse(properties, "a.onnx"));
        Assert.Contains($"a.onnx is not a letter model that this version can read: it has no {key}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format", "2")]
    [InlineData("kind", "hands")]
    [InlineData("network", "")]
    [InlineData("size", "0")]
    [InlineData("size", "-28")]
    [InlineData("size", "100000")]
    [InlineData("size", "28.5")]
    [InlineData("letters", "ABCDEFGHIKLMNOPQRSTUVWXY")]
    [InlineData("letters", "BACDEFGHIJKLMNOPQRSTUVWXY")]
    [InlineData("normalisation", "other")]
    [InlineData("temperature", "0")]
    [InlineData("temperature", "1,5")]
    [InlineData("temperature", "NaN")]
    [InlineData("threshold", "1.01")]
    [InlineData("threshold", "high")]
    [InlineData("margin", "0.9")]
    [InlineData("margin", "5")]
    [InlineData("margin", "NaN")]
    [InlineData("views", "0")]
    [InlineData("views", "3")]
    [InlineData("provenance", "[]")]
    [InlineData("provenance", "{")]
    public void A_wrong_entry_is_refused_with_its_value(string key, string value)
    {
        var properties = new Dictionary<string, string>(Example.ToProperties()) { ["fingerspell." + key] = value };
        var error = Assert.Throws<FingerspellException>(() => LetterModelMetadata.Parse(properties, "a.onnx"));
        Assert.Contains($"its fingerspell.{key} is \"{value}\", not ", error.Message, StringComparison.Ordinal);
    }
}
