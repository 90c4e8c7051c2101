using Fingerspell.App.Checks;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Checks;

public sealed class CheckTests
{
    [Fact]
    public void No_camera_is_told_with_what_to_read_instead()
    {
        using var devices = new TemporaryFolder();
        var finding = CameraCheck.Of(devices.Path);
        Assert.Equal(State.Missing, finding.State);
        Assert.Contains("video file", finding.Remedy);
        Assert.False(finding.PreventsReading);
    }

    [Fact]
    public void Cameras_are_named_in_order()
    {
        using var devices = new TemporaryFolder();
        File.WriteAllText(devices["video2"], "");
        File.WriteAllText(devices["video0"], "");
        var finding = CameraCheck.Of(devices.Path);
        Assert.Equal(State.Ok, finding.State);
        Assert.Equal($"{devices["video0"]}, {devices["video2"]}", finding.Detail);
    }

    [Fact]
    public void A_camera_that_may_not_be_read_has_its_remedy()
    {
        using var devices = new TemporaryFolder();
        File.WriteAllText(devices["video0"], "");
        var finding = CameraCheck.Of(devices.Path, mayRead: _ => false);
        Assert.Equal(State.Missing, finding.State);
        Assert.Contains("usermod", finding.Remedy);
    }

    [Fact]
    public void Ffmpeg_is_looked_for_on_the_path()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("apt-get install ffmpeg", FfmpegCheck.Of($"/nowhere:{folder.Path}").Remedy);
        File.WriteAllText(folder["ffmpeg"], "");
        Assert.Equal(new Finding("ffmpeg", State.Ok, folder["ffmpeg"]), FfmpegCheck.Of($"/nowhere:{folder.Path}"));
        Assert.Equal(State.Missing, FfmpegCheck.Of(null).State);
    }

    [Theory]
    [InlineData("DISPLAY", ":0", State.Ok)]
    [InlineData("WAYLAND_DISPLAY", "wayland-0", State.Ok)]
    [InlineData("DISPLAY", "", State.Missing)]
    [InlineData("OTHER", ":0", State.Missing)]
    public void A_display_is_what_the_environment_names(string name, string value, object expected)
    {
        var finding = DisplayCheck.Of(asked => asked == name ? value : null);
        Assert.Equal(expected, finding.State);
        Assert.Equal(finding.State == State.Missing, finding.Remedy?.Contains("--no-window") == true);
    }

    [Theory]
    [InlineData(5_000_000_000, State.Ok, "5.0 GB")]
    [InlineData(12_000_000, State.Missing, "0.0 GB")]
    public void A_full_disk_is_told(long free, object expected, string detail)
    {
        var finding = DiskCheck.Of("/somewhere", free);
        Assert.Equal(expected, finding.State);
        Assert.Contains(detail, finding.Detail);
    }

    [Fact]
    public void A_processor_that_hides_its_caches_is_told()
    {
        Assert.DoesNotContain("caches", ProcessorCheck.Of(limited: false).Detail);
        Assert.Contains("train with SSE 4.1", ProcessorCheck.Of(limited: true).Detail);
    }

    [Fact]
    public void An_attempts_error_is_told_apart_from_its_remedy()
    {
        var finding = Attempt.Of("data", () => throw new FingerspellException("it is not in a, b; put it there"));
        Assert.Equal(new Finding("data", State.Missing, "it is not in a, b", "put it there"), finding);
    }

    [Fact]
    public void A_broken_native_library_under_an_attempt_is_no_crash()
    {
        var finding = Attempt.Of("letter model", () => throw new DllNotFoundException("x"), neededToRead: true);
        Assert.True(finding.PreventsReading);
    }
}
