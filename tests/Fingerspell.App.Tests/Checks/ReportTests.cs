using System.Text.Json;
using Fingerspell.App.Checks;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Checks;

public sealed class ReportTests
{
    static readonly Finding Good = new("OpenCV", State.Ok, "4.13.0", NeededToRead: true);
    static readonly Finding NoCamera = new("camera", State.Missing, "no /dev/video*", "plug one in");
    static readonly Finding NoModel = new("letter model", State.Missing, "not there", "train one", NeededToRead: true);

    [Fact]
    public void What_reading_does_not_need_does_not_fail()
    {
        var (code, text) = Write(json: false, Good, NoCamera);
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal("""
            ok       OpenCV  4.13.0
            missing  camera  no /dev/video*
                             → plug one in
            Everything that reading needs is here.

            """, text);
    }

    [Fact]
    public void What_reading_needs_fails_and_is_named_last()
    {
        var (code, text) = Write(json: false, Good, NoModel);
        Assert.Equal(CommandLine.Failed, code);
        Assert.EndsWith("Reading does not work without: letter model.\n", text);
    }

    [Fact]
    public void The_JSON_is_one_object_with_every_finding()
    {
        var (code, text) = Write(json: true, Good, NoModel);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(CommandLine.Failed, code);
        Assert.False(json.RootElement.GetProperty("canRead").GetBoolean());
        var second = json.RootElement.GetProperty("findings")[1];
        Assert.Equal("missing", second.GetProperty("state").GetString());
        Assert.Equal("train one", second.GetProperty("remedy").GetString());
        Assert.True(second.GetProperty("neededToRead").GetBoolean());
    }

    [Fact]
    public async Task The_verb_tries_everything_and_its_exit_code_follows()
    {
        var (code, output, error) = await Run.Command("doctor", "--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal(json.RootElement.GetProperty("canRead").GetBoolean() ? CommandLine.Done : CommandLine.Failed, code);
        var states = json.RootElement.GetProperty("findings").EnumerateArray()
            .ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("state").GetString());
        Assert.Equal("ok", states["TorchSharp"]);
        Assert.Equal("ok", states["ONNX Runtime"]);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Both_models_are_tried()
    {
        using var folder = new TemporaryFolder();
        string letters = MadeModel.Save(folder["letters.onnx"]), hands = MadeHandModel.Save(folder["hands.onnx"]);
        var (_, output, _) = await Run.Command("doctor", "--model", letters, "--hands", hands);
        Assert.Contains($"{letters}: made, 28×28 pixels", output);
        Assert.Contains($"{hands}: made, 160×160 pixels", output);

        (int code, output, _) = await Run.Command("doctor", "--model", letters, "--hands", folder["none.onnx"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains($"there is no hand model {folder["none.onnx"]}", output);
        Assert.Contains("write one with `fingerspell train --network hand-finder`", output);
    }

    static (int Code, string Text) Write(bool json, params Finding[] findings)
    {
        var output = new StringWriter();
        int code = Report.Write(findings, output, json);
        return (code, output.ToString());
    }
}
