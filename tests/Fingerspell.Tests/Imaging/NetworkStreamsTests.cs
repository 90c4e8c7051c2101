using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

[SupportedOSPlatform("linux")] // for the scripts that stand in for FFmpeg
public sealed class NetworkStreamsTests : IDisposable
{
    const string MotionJpeg = "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=x\r\n\r\n";

    readonly TemporaryFolder folder = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    byte[] Jpeg(byte gray, int width = 16) => File.ReadAllBytes(MadePictures.Save(folder[$"{gray}.jpg"], gray, width, 16));

    [Fact]
    public void Jpegs_are_taken_out_of_whatever_stands_between_them()
    {
        byte[] one = Jpeg(10, 48), two = Jpeg(200);
        // A picture within a picture, as a camera's preview: an APP1 segment that holds a whole JPEG.
        int length = two.Length + 2;
        byte[] nested = [.. one[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. two, .. one[2..]];
        byte[] stream = [.. "--part\r\n\r\n"u8, .. one, .. "\r\n--part\r\n"u8, .. two, .. nested, 0xFF, .. one, .. two[..^3]];
        var splitter = new JpegSplitter(new MemoryStream(stream), TimeSpan.FromSeconds(5));
        Assert.Equal([one, two, nested, one], Enumerable.Range(0, 4).Select(_ => splitter.Next()!));
        Assert.Null(splitter.Next());
        Assert.Null(splitter.Next());
    }

    [Fact]
    public void A_picture_that_is_cut_short_costs_no_other_one()
    {
        byte[] one = Jpeg(10, 48), two = Jpeg(200);
        var splitter = new JpegSplitter(new MemoryStream([.. one[..^9], .. "\r\n--part\r\n\r\n"u8, .. two, .. one]), TimeSpan.FromSeconds(5));
        Assert.Equal([two, one], Enumerable.Range(0, 2).Select(_ => splitter.Next()!));
        Assert.Null(splitter.Next());
    }

    [Fact]
    public async Task Motion_jpeg_over_http_is_read_to_its_end()
    {
        // Media types are the same in capitals.
        string url = Serve(MotionJpeg.Replace("multipart/x-mixed-replace", "Multipart/X-Mixed-Replace", StringComparison.Ordinal),
            [.. "--x\r\nContent-Type: image/jpeg\r\n\r\n"u8, .. Jpeg(10), .. "\r\n--x\r\n\r\n"u8, .. Jpeg(200), .. "\r\n--x--"u8]);
        Assert.Equal([10, 200], await Task.Run(() => GraysOf(FrameSource.Open(url, Stop))));
    }

    [Fact]
    public async Task A_picture_that_is_damaged_is_passed_over()
    {
        byte[] damaged = [.. Jpeg(10)[..2], 0xFF, 0xD9];
        string url = Serve(MotionJpeg, [.. damaged, .. Jpeg(10), .. damaged, .. damaged, .. Jpeg(200)]);
        Assert.Equal([10, 200], await Task.Run(() => GraysOf(FrameSource.Open(url, Stop))));
    }

    [Fact]
    public async Task Nothing_but_damaged_pictures_is_an_error()
    {
        string url = Serve(MotionJpeg, [.. Jpeg(10), .. Enumerable.Repeat((byte[])[0xFF, 0xD8, 0xFF, 0xD9], 100).SelectMany(bytes => bytes)]);
        using var source = await Task.Run(() => FrameSource.Open(url, Stop));
        source.Next()!.Value.Frame.Dispose();
        var error = Assert.Throws<FingerspellException>(() => source.Next());
        Assert.StartsWith($"a picture of the stream {url} is ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camera_that_asks_for_it_is_told_the_user_and_password_of_its_address()
    {
        string login = Convert.ToBase64String("me:p@ss:word"u8);
        using var camera = new LocalServer(request => request.Headers.TryGetValue("authorization", out string? said) && said == $"Basic {login}"
            ? new("200 OK", ["Content-Type: multipart/x-mixed-replace; boundary=x"], Jpeg(10))
            : new("401 Unauthorized", ["WWW-Authenticate: Basic realm=\"camera\""], []));
        string host = $"{camera.Address.Host}:{camera.Address.Port}";
        Assert.Equal([10], await Task.Run(() => GraysOf(FrameSource.Open($"http://me:p%40ss:word@{host}/video", Stop))));

        var error = await Assert.ThrowsAsync<FingerspellException>(() => Task.Run(() => FrameSource.Open($"http://me:wrong@{host}/video", Stop)));
        Assert.StartsWith($"the stream http://{host}/video cannot be opened (", error.Message, StringComparison.Ordinal);
        Assert.Contains("401", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rtsp://me:se#cr@t@camera/live@1", "rtsp://camera/live@1")]
    [InlineData("http://me:pa/ss@cam/video", "http://cam/video")]
    [InlineData("http://me:p/a/ss@cam:80/video", "http://cam:80/video")]
    [InlineData("rtsp://camera/live@1", "rtsp://camera/live@1")]
    [InlineData("rtsp://camera:554/live@1", "rtsp://camera:554/live@1")]
    [InlineData("rtsp://[::1]:554/live@1", "rtsp://[::1]:554/live@1")]
    public void No_message_shows_a_password(string url, string shown)
    {
        string program = Program("echo \"Error opening input file $6\" >&2; exit 1");
        var error = Assert.Throws<FingerspellException>(() => NetworkStreams.OpenWithFfmpeg(url, program, Stop));
        Assert.StartsWith($"the stream {shown} has no picture (Error opening input file {shown})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_there_is_no_encrypted_connection_is_said()
    {
        string url = Serve("HTTP/1.0 404 Not Found\r\n\r\n", []).Replace("http://", "https://", StringComparison.Ordinal);
        var error = Assert.Throws<FingerspellException>(() => FrameSource.Open(url, Stop));
        Assert.StartsWith($"the stream {url} cannot be opened (", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("inner exception", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_says_no_is_one_line()
    {
        string url = Serve("HTTP/1.0 404 Not Found\r\n\r\n", []);
        var error = Assert.Throws<FingerspellException>(() => FrameSource.Open(url, Stop));
        Assert.StartsWith($"the stream {url} cannot be opened (", error.Message, StringComparison.Ordinal);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Motion_jpeg_without_a_picture_is_refused()
    {
        string url = Serve(MotionJpeg, "--x--"u8.ToArray());
        var error = Assert.Throws<FingerspellException>(() => FrameSource.Open(url, Stop));
        Assert.Contains("has no picture", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_streams_are_read_through_ffmpeg()
    {
        File.WriteAllBytes(folder["stream"], [.. Jpeg(10), .. Jpeg(200)]);
        string program = Program($"cat {folder["stream"]}");
        Assert.Equal([10, 200], GraysOf(NetworkStreams.OpenWithFfmpeg("rtsp://somewhere/live", program, Stop)));
    }

    [Fact]
    public void What_ffmpeg_says_of_a_failure_is_passed_on()
    {
        string program = Program("echo Connection refused >&2; exit 1");
        var error = Assert.Throws<FingerspellException>(() => NetworkStreams.OpenWithFfmpeg("rtsp://somewhere/live", program, Stop));
        Assert.StartsWith("the stream rtsp://somewhere/live has no picture (Connection refused)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_fails_after_some_frames_says_so()
    {
        File.WriteAllBytes(folder["stream"], Jpeg(10));
        string program = Program($"cat {folder["stream"]}; echo Connection timed out >&2; exit 1");
        using var source = NetworkStreams.OpenWithFfmpeg("rtsp://somewhere/live", program, Stop);
        source.Next()!.Value.Item1.Dispose();
        var error = Assert.Throws<FingerspellException>(() => source.Next());
        Assert.Equal("the stream rtsp://somewhere/live gives no frames any more (Connection timed out)", error.Message);
    }

    [Fact]
    public void A_camera_that_does_not_answer_is_waited_for_only_until_told_to_stop()
    {
        using var camera = new TcpListener(IPAddress.Loopback, 0);
        camera.Start();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));
        var clock = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            FrameSource.Open($"http://127.0.0.1:{((IPEndPoint)camera.LocalEndpoint).Port}/video", stop.Token));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"it took {clock.Elapsed}");
    }

    [Fact]
    public void A_stream_that_stalls_is_waited_for_only_until_told_to_stop()
    {
        File.WriteAllBytes(folder["stream"], Jpeg(10));
        using var stop = new CancellationTokenSource();
        using var source = NetworkStreams.OpenWithFfmpeg("rtsp://somewhere/live", Program($"cat {folder["stream"]}; exec sleep 60"), stop.Token);
        source.Next()!.Value.Item1.Dispose();
        stop.CancelAfter(TimeSpan.FromSeconds(0.2));
        Assert.ThrowsAny<OperationCanceledException>(() => source.Next());
    }

    [Fact]
    public async Task Of_a_stream_that_stalls_it_is_told_what_its_sender_said()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Jpeg(10), Stop);
        using var source = Stalling(pipe, "No route to host");
        source.Next()!.Value.Item1.Dispose();
        var error = Assert.Throws<FingerspellException>(() => source.Next());
        Assert.Equal("the stream rtsp://somewhere/live gives no frames any more (No route to host)", error.Message);
    }

    [Fact]
    public void A_stream_that_stalls_before_its_first_picture_has_none()
    {
        var error = Assert.Throws<FingerspellException>(() => Stalling(new Pipe(), said: null));
        Assert.StartsWith("the stream rtsp://somewhere/live has no picture (", error.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    static JpegStreamSource Stalling(Pipe pipe, string? said)
    {
        var stream = pipe.Reader.AsStream();
        return new JpegStreamSource("rtsp://somewhere/live", stream, stream, () => said, TimeSpan.FromSeconds(0.1), Stop);
    }

    [Fact]
    public async Task After_a_stall_the_same_bytes_are_waited_for()
    {
        byte[] jpeg = Jpeg(10);
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(jpeg.AsMemory(0, 100), Stop);
        var splitter = new JpegSplitter(pipe.Reader.AsStream(), TimeSpan.FromSeconds(0.1));
        Assert.Throws<TimeoutException>(() => splitter.Next());
        Assert.Throws<TimeoutException>(() => splitter.Next());
        await pipe.Writer.WriteAsync((byte[])[.. jpeg[100..], .. jpeg], Stop);
        Assert.Equal(jpeg, splitter.Next());
    }

    [Fact]
    public void A_stream_may_be_disposed_twice()
    {
        File.WriteAllBytes(folder["stream"], Jpeg(10));
        var source = NetworkStreams.OpenWithFfmpeg("rtsp://somewhere/live", Program($"cat {folder["stream"]}; exec sleep 60"), Stop);
        source.Dispose();
        source.Dispose();
    }

    [Fact]
    public void A_missing_ffmpeg_is_named_with_the_remedy()
    {
        var error = Assert.Throws<FingerspellException>(() => NetworkStreams.OpenWithFfmpeg("rtsp://somewhere/live", folder["none"], Stop));
        Assert.EndsWith("apt-get install ffmpeg", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The grey of each frame, and that its times do not run backwards.</summary>
    static List<byte> GraysOf(IFrameSource source)
    {
        var grays = new List<byte>();
        var last = TimeSpan.Zero;
        using (source)
        {
            Assert.True(source.IsLive);
            while (source.Next() is var (frame, time))
            {
                using (frame)
                    grays.Add(frame.ToBgr()[0]);
                Assert.True(time >= last);
                last = time;
            }
        }
        return grays;
    }

    string Program(string script)
    {
        File.WriteAllText(folder["program"], $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(folder["program"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder["program"];
    }

    /// <summary>Answers one request on a port of its own, and closes.</summary>
    static string Serve(string head, byte[] body)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            await stream.ReadAtLeastAsync(new byte[1 << 12], 16);
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body]);
            client.Client.Shutdown(SocketShutdown.Send);
            listener.Stop();
        });
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/video";
    }
}
