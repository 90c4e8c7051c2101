using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Fingerspell.Web.Tests;

public sealed class RecognizeTests
{
    [Theory]
    [InlineData(".png", "image/png")]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".webp", "image/webp")]
    public async Task A_picture_is_read_as_predict_does(string ending, string type)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.PostAsync("/api/recognize?file=s", Pictures.Letter('S', ending), type);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var recognition = await TestService.JsonOf(answer);
        Assert.Equal(["file", "letter", "confidence", "box", "candidates"], recognition.EnumerateObject().Select(p => p.Name));
        Assert.Equal("s", recognition.GetProperty("file").GetString());
        Assert.Equal("S", recognition.GetProperty("letter").GetString());
        Assert.Equal(3, recognition.GetProperty("candidates").GetArrayLength());
        Assert.Equal(["x", "y", "width", "height"], recognition.GetProperty("box").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task An_empty_body_is_refused() => await Refused([], "image/png", 400, "empty");

    [Fact]
    public async Task What_is_no_picture_is_refused() => await Refused("no picture"u8.ToArray(), "image/png", 415, "not a JPEG, PNG or WebP");

    [Fact]
    public async Task Other_formats_are_refused() => await Refused(Pictures.Letter('S', ".bmp"), "image/png", 415, "not a JPEG, PNG or WebP");

    [Fact]
    public async Task Another_content_type_is_refused() => await Refused(Pictures.Letter('S'), "text/plain", 415, "content type");

    [Fact]
    public async Task A_picture_without_a_content_type_is_refused()
    {
        await using var service = await TestService.StartAsync();
        using var body = new ByteArrayContent(Pictures.Letter('S'));
        using var answer = await service.Http.PostAsync(
            new Uri(service.Address, "/api/recognize"), body, TestContext.Current.CancellationToken);
        Assert.Contains("content type", await TestService.ProblemOf(answer, 415));
    }

    [Fact]
    public async Task A_value_of_the_wrong_kind_in_the_address_is_refused()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.PostAsync("/api/recognize?crop=yes", Pictures.Letter('S'), "image/jpeg");
        Assert.Contains("a value in the address", await TestService.ProblemOf(answer, 400));
    }

    [Fact]
    public async Task A_content_type_that_is_not_the_pictures_is_refused() => await Refused(Pictures.Letter('S'), "image/png", 415, "image/jpeg");

    [Theory]
    [InlineData(".png", "image/png")]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".webp", "image/webp")]
    public async Task A_truncated_picture_is_refused(string ending, string type)
    {
        byte[] whole = Pictures.Letter('S', ending);
        await Refused(whole[..(whole.Length * 2 / 3)], type, 400, "cut off");
    }

    [Theory]
    [InlineData(".png", "image/png")]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".webp", "image/webp")]
    public async Task A_picture_with_damage_inside_is_read_or_refused(string ending, string type)
    {
        byte[] picture = Pictures.Letter('S', ending);
        for (int i = picture.Length / 3; i < picture.Length / 2; i++)
            picture[i] = (byte)(i % 251);
        await using var service = await TestService.StartAsync();
        using var answer = await service.PostAsync("/api/recognize", picture, type);
        Assert.True((int)answer.StatusCode is 200 or 400 or 413, $"{answer.StatusCode}");
        using var after = await service.PostAsync("/api/recognize", Pictures.Letter('S'), "image/jpeg");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_picture_that_claims_50000_times_50000_pixels_is_refused_before_memory_is_taken() =>
        await RefusedInLittleMemory(Png(50_000, 50_000, rows: 10), 413);

    [Fact]
    public async Task A_zip_bomb_is_refused_before_memory_is_taken() => await RefusedInLittleMemory(Png(20_000, 20_000, rows: 20_000), 413);

    [Fact]
    public async Task A_zip_bomb_behind_a_small_picture_takes_little_memory()
    {
        byte[] bomb = Png(100, 100, rows: 5_000_000);
        await using var service = await TestService.StartAsync();
        await InLittleMemory(async () =>
        {
            using var answer = await service.PostAsync("/api/recognize", bomb, "image/png");
            Assert.True((int)answer.StatusCode is 200 or 400, $"{answer.StatusCode}");
        });
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var service = await TestService.StartLimitedAsync(limits => limits with { BodyBytes = 5000 });
        using var told = await service.PostAsync("/api/recognize", new byte[5001], "image/png");
        await TestService.ProblemOf(told, 413);
        using var untold = await service.SendAsync(HttpMethod.Post, "/api/recognize", new StreamContent(new OfUntoldLength())
        {
            Headers = { ContentType = new("image/png") },
        }, ("Transfer-Encoding", "chunked"));
        await TestService.ProblemOf(untold, 413);
    }

    static async Task Refused(byte[] body, string type, int status, string reason)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.PostAsync("/api/recognize", body, type);
        Assert.Contains(reason, await TestService.ProblemOf(answer, status));
    }

    static async Task RefusedInLittleMemory(byte[] picture, int status)
    {
        await using var service = await TestService.StartAsync();
        await InLittleMemory(async () =>
        {
            using var answer = await service.PostAsync("/api/recognize", picture, "image/png");
            await TestService.ProblemOf(answer, status);
        });
    }

    /// <summary>The pictures above have 1.2 to 7.5 GB of pixels.</summary>
    static async Task InLittleMemory(Func<Task> action)
    {
        long before = PeakMemory();
        await action();
        Assert.InRange(PeakMemory() - before, 0, 400L << 20);
    }

    static long highestPeak;

    /// <summary>The most memory that this process ever had, in bytes.</summary>
    static long PeakMemory()
    {
        // The kernel counts pages in batches for each processor, so that its peak may seem to have fallen by a few.
        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        long now = 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
        return highestPeak = Math.Max(highestPeak, now);
    }

    /// <summary>A grey PNG of one colour with so many rows, whatever its header says.</summary>
    static byte[] Png(int width, int height, int rows)
    {
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[width + 1];
            for (int i = 0; i < rows; i++)
                deflate.Write(row);
        }
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk("IHDR", header);
        Chunk("IDAT", pixels.ToArray());
        Chunk("IEND", []);
        return png.ToArray();

        void Chunk(string name, byte[] content)
        {
            byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
            Span<byte> number = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
            png.Write(number);
            png.Write(named);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
            png.Write(number);
        }
    }

    /// <summary>PNG's check sum: CRC-32 of ISO 3309.</summary>
    static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }

    /// <summary>Nothing, whose length is not known beforehand. Hardly more than is taken in: a client that still sends when it is refused may meet a closed connection before the answer.</summary>
    sealed class OfUntoldLength : MemoryStream
    {
        public OfUntoldLength() : base(new byte[5001]) { }

        public override bool CanSeek => false;
    }
}
