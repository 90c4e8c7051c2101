using System.Buffers.Binary;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class FrameSourceTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_camera_may_be_named_by_its_device_or_a_link_to_it()
    {
        File.CreateSymbolicLink(folder["usb-camera"], "/dev/video97");
        foreach (string source in (string[])["97", "/dev/video97", folder["usb-camera"]])
        {
            var error = Assert.Throws<FingerspellException>(() => FrameSource.Open(source, TestContext.Current.CancellationToken));
            Assert.StartsWith("camera 97 cannot be opened", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/dev/video")]
    [InlineData("/dev/videos/1.mp4")]
    public void What_is_no_source_is_told(string source)
    {
        var error = Assert.Throws<FingerspellException>(() => FrameSource.Open(source, TestContext.Current.CancellationToken));
        Assert.StartsWith($"there is no video file or folder {source}; ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_that_cannot_be_opened_is_not_called_damaged()
    {
        File.WriteAllText(folder["a.mp4"], "no video");
        // Locked, for there is no file that root may not read.
        using var locked = new FileStream(folder["a.mp4"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var error = Assert.Throws<FingerspellException>(() => FrameSource.Open(folder["a.mp4"], TestContext.Current.CancellationToken));
        Assert.StartsWith($"{folder["a.mp4"]} cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_of_minutes_in_a_video_is_one_of_ten_seconds()
    {
        FrameRecorder.Write(folder["a.mkv"], framesPerSecond: 10, recorder =>
        {
            using var frame = MadePictures.Plain(10, 32, 32);
            recorder.Add(frame, TimeSpan.FromSeconds(7.9));
        });
        // A Matroska file is in clusters of a few seconds, each with its time in milliseconds; the last one's is put off.
        byte[] file = File.ReadAllBytes(folder["a.mkv"]);
        int time = file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x1F, 0x43, 0xB6, 0x75]) + 12;
        Assert.Equal([0xE7, 0x82], file[time..(time + 2)]);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(time + 2), 60_000);
        File.WriteAllBytes(folder["a.mkv"], file);

        using var source = FrameSource.Open(folder["a.mkv"], TestContext.Current.CancellationToken);
        var times = new List<double>();
        while (source.Next() is var (frame, at))
        {
            times.Add(at.TotalSeconds);
            frame.Dispose();
        }
        double[] steps = [.. times.Skip(1).Zip(times, (next, before) => Math.Round(next - before, 2))];
        Assert.Equal(79, steps.Length);
        Assert.Equal([10], steps.Where(step => step != 0.1));
    }

    [Fact]
    public void After_a_broken_picture_of_a_folder_the_next_one_comes_at_its_own_time()
    {
        MadePictures.Save(folder["1.png"], 10, 16, 16);
        File.WriteAllText(folder["2.png"], "no picture");
        MadePictures.Save(folder["3.png"], 30, 16, 16);
        using var source = FrameSource.Open(folder.Path, TestContext.Current.CancellationToken);
        source.Next()!.Value.Frame.Dispose();
        Assert.Throws<FingerspellException>(() => source.Next());
        var (frame, time) = source.Next()!.Value;
        using (frame)
            Assert.Equal(30, frame.ToBgr()[0]);
        Assert.Equal(2 / source.FramesPerSecond, time.TotalSeconds, 1e-6);
        Assert.Null(source.Next());
    }
}
