using System.Buffers.Binary;
using System.IO.Hashing;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class FrameTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_saved_picture_is_loaded_with_the_same_pixels()
    {
        byte[] pixels = [.. Enumerable.Range(0, 5 * 3 * 3).Select(i => (byte)(i * 5))];
        using var frame = Frame.FromBgr(5, 3, pixels);
        frame.Save(folder["a.png"]);
        using var loaded = Frame.Load(folder["a.png"]);
        Assert.Equal((5, 3), (loaded.Width, loaded.Height));
        Assert.Equal(pixels, loaded.ToBgr());
    }

    [Fact]
    public void A_part_is_what_the_frame_shows_there_and_lies_within_it()
    {
        using var frame = Frame.FromBgr(3, 2, [.. Enumerable.Range(0, 18).Select(i => (byte)i)]);
        using var part = frame.Part(new Box(1, 1, 2, 1));
        Assert.Equal([12, 13, 14, 15, 16, 17], part.ToBgr());
        Assert.Throws<ArgumentException>(() => frame.Part(new Box(1, 1, 3, 1)));
    }

    [Fact]
    public void A_grey_png_has_three_equal_channels()
    {
        using var frame = Frame.Load(Golden.PathOf("smooth300.png"));
        Assert.All(frame.ToBgr().Chunk(3), pixel => Assert.True(pixel[0] == pixel[1] && pixel[1] == pixel[2]));
    }

    [Fact]
    public void A_photograph_is_turned_as_its_EXIF_says()
    {
        using var lying = Frame.FromBgr(16, 8, [.. Enumerable.Range(0, 128).SelectMany(i => Enumerable.Repeat(i % 16 < 8 ? (byte)250 : (byte)5, 3))]);
        lying.Save(folder["lying.jpg"]);
        byte[] jpeg = File.ReadAllBytes(folder["lying.jpg"]);
        // An APP1 segment with one entry: orientation (0112) 6, the camera was turned to the left; big-endian TIFF.
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*\0\0\0\u0008"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
        ];
        using var upright = Frame.Decode([.. jpeg[..2], .. exif, .. jpeg[2..]]);
        Assert.Equal((8, 16), (upright.Width, upright.Height));
        byte[] pixels = upright.ToBgr();
        Assert.True(pixels[0] > 200 && pixels[^1] < 50, $"{pixels[0]} above, {pixels[^1]} below");
    }

    [Fact]
    public void Of_a_png_with_opacity_or_sixteen_bits_the_colours_are_loaded()
    {
        byte[] half = TransparentPng.Encode(2, 1, [200, 100, 50, 128, 10, 20, 30, 255]);
        using var loaded = Frame.Decode(half);
        Assert.Equal([50, 100, 200, 30, 20, 10], loaded.ToBgr());

        using var deep = new OpenCvSharp.Mat(1, 1, OpenCvSharp.MatType.CV_16UC1, new OpenCvSharp.Scalar(0x80FF));
        using var shallow = Frame.Decode(deep.ImEncode(".png"));
        Assert.All(shallow.ToBgr(), level => Assert.InRange(level, 0x80, 0x81));
    }

    [Fact]
    public void A_missing_file_is_named() => Refused("nowhere.png", "does not exist");

    [Fact]
    public void A_folder_is_no_picture()
    {
        var error = Assert.Throws<FingerspellException>(() => Frame.Load(folder.Path));
        Assert.Equal($"{folder.Path} is a folder, not a picture", error.Message);
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        File.WriteAllBytes(folder["empty.jpg"], []);
        Refused("empty.jpg", "is empty");
    }

    [Fact]
    public void A_text_is_no_picture()
    {
        File.WriteAllText(folder["a.jpg"], "This is not a picture, whatever its name says.");
        Refused("a.jpg", "is not a picture");
    }

    [Fact]
    public void A_png_cut_off_in_its_header_is_no_picture()
    {
        File.WriteAllBytes(folder["cut.png"], File.ReadAllBytes(Golden.PathOf("smooth300.png"))[..20]);
        Refused("cut.png", "is not a picture, or a damaged one");
    }

    [Fact]
    public void A_small_file_that_claims_a_huge_picture_is_refused_before_its_memory_is_taken()
    {
        File.WriteAllBytes(folder["huge.png"], PngHeader(30_000, 30_000));
        Refused("huge.png", "larger than 100 megapixels");
    }

    [Fact]
    public void An_ending_that_is_no_pictures_is_refused_and_nothing_is_left()
    {
        using var frame = MadePictures.Plain(1, 4, 4);
        var error = Assert.Throws<FingerspellException>(() => frame.Save(folder["a.xyz"]));
        Assert.Contains("no such picture format", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Where_no_file_can_be_made_the_system_says_why()
    {
        using var frame = MadePictures.Plain(1, 4, 4);
        var error = Assert.Throws<FingerspellException>(() => frame.Save("/proc/a.png"));
        Assert.StartsWith("cannot write /proc/a.png: ", error.Message, StringComparison.Ordinal);
        // It names the file beside that was to be written.
        Assert.Contains("'/proc/.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_too_large_for_its_format_is_not_written_and_another_format_named()
    {
        using var frame = MadePictures.Plain(1, 70_000, 1);
        var error = Assert.Throws<FingerspellException>(() => frame.Save(folder["a.jpg"]));
        Assert.Equal($"cannot write {folder["a.jpg"]}: the picture could not be encoded; name a .png file", error.Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Pixels_that_do_not_fit_the_size_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Frame.FromBgr(2, 2, new byte[11]));
        Assert.StartsWith("2×2 pixels have 12 bytes, not 11", error.Message, StringComparison.Ordinal);
    }

    void Refused(string name, string why)
    {
        var error = Assert.Throws<FingerspellException>(() => Frame.Load(folder[name]));
        Assert.StartsWith(folder[name], error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    /// <summary>A PNG that says its size and then has no pixels.</summary>
    static byte[] PngHeader(int width, int height)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, []), .. Chunk("IEND"u8, [])];
    }

    static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, (byte)data.Length, .. type, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), Crc32.HashToUInt32(chunk.AsSpan(4..^4)));
        return chunk;
    }
}
