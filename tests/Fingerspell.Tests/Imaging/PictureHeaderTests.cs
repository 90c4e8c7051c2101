using System.Buffers.Binary;
using CsCheck;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class PictureHeaderTests
{
    static byte[] Picture(string ending)
    {
        using var folder = new TemporaryFolder();
        return File.ReadAllBytes(MadePictures.Save(folder["picture" + ending], 90, width: 300, height: 200));
    }

    [Theory]
    [InlineData(".jpg", PictureFormat.Jpeg)]
    [InlineData(".png", PictureFormat.Png)]
    [InlineData(".webp", PictureFormat.WebP)]
    public void The_size_is_read_without_decoding(string ending, PictureFormat format) =>
        Assert.Equal(new PictureHeader(format, 300, 200), PictureHeader.Read(Picture(ending)));

    [Theory]
    [InlineData(".bmp")]
    [InlineData(".tiff")]
    public void Other_pictures_have_none(string ending) => Assert.Null(PictureHeader.Read(Picture(ending)));

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("hello, this is text")]
    public void What_is_no_picture_has_none(string text) => Assert.Null(PictureHeader.Read(System.Text.Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(".jpg", 3)]
    [InlineData(".png", 8)]
    [InlineData(".webp", 12)]
    public void Cut_off_anywhere_it_is_refused(string ending, int beginning)
    {
        byte[] whole = Picture(ending);
        for (int length = beginning; length < whole.Length; length += Math.Max(1, whole.Length / 97))
            Assert.Throws<FingerspellException>(() => PictureHeader.Read(whole.AsSpan(0, length)));
    }

    [Fact]
    public void A_lossless_or_extended_WebP_tells_its_size_too()
    {
        // 16383×1 and 70000×50000: width and height less one, in 14 and in 24 bits each.
        byte[] lossless = [.. "RIFF\u0016\0\0\0WEBPVP8L\n\0\0\0"u8, 0x2F, 0xFE, 0x3F, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal(new PictureHeader(PictureFormat.WebP, 16383, 1), PictureHeader.Read(lossless));
        // A whole file of 26 bytes, as libwebp writes it for 16×16 pixels of one colour.
        byte[] small = [.. "RIFF\u0012\0\0\0WEBPVP8L\u0006\0\0\0"u8, 0x2F, 0x0F, 0xC0, 0x03, 0, 0];
        Assert.Equal(new PictureHeader(PictureFormat.WebP, 16, 16), PictureHeader.Read(small));
        byte[] extended = [.. "RIFF\u0016\0\0\0WEBPVP8X\n\0\0\0"u8, 0, 0, 0, 0, 0x6F, 0x11, 0x01, 0x4F, 0xC3, 0];
        Assert.Equal(new PictureHeader(PictureFormat.WebP, 70000, 50000), PictureHeader.Read(extended));
        extended[20] = 2;
        Assert.Contains("several pictures", Assert.Throws<FingerspellException>(() => PictureHeader.Read(extended)).Message);
    }

    [Fact]
    public void A_PNG_of_many_pictures_is_refused()
    {
        byte[] png = Picture(".png");
        byte[] animated = [.. png[..33], 0, 0, 0, 8, .. "acTL"u8, .. new byte[12], .. png[33..]];
        Assert.Contains("several pictures", Assert.Throws<FingerspellException>(() => PictureHeader.Read(animated)).Message);
    }

    [Fact]
    public void A_PNG_without_pixels_or_with_a_second_header_is_refused()
    {
        byte[] png = Picture(".png");
        Assert.Throws<FingerspellException>(() => PictureHeader.Read([.. png[..33], .. png[8..]]));
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), 0);
        Assert.Throws<FingerspellException>(() => PictureHeader.Read(png));
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), uint.MaxValue);
        Assert.Throws<FingerspellException>(() => PictureHeader.Read(png));
    }

    [Fact]
    public void A_JPEG_of_thousands_of_scans_is_refused()
    {
        byte[] jpeg = Picture(".jpg");
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0];
        byte[] many = [.. jpeg[..^2], .. Enumerable.Repeat(scan, 1000).SelectMany(bytes => bytes), 0xFF, 0xD9];
        Assert.Contains("damaged", Assert.Throws<FingerspellException>(() => PictureHeader.Read(many)).Message);
    }

    [Fact]
    public void A_JPEG_with_two_sizes_is_refused()
    {
        byte[] jpeg = Picture(".jpg");
        int frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        byte[] segment = jpeg[frame..(frame + 2 + 17)];
        Assert.Throws<FingerspellException>(() => PictureHeader.Read([.. jpeg[..frame], .. segment, .. jpeg[frame..]]));
    }

    [Fact]
    public void Any_bytes_after_a_true_beginning_give_a_header_or_an_error() => Check.Sample(
        Gen.Select(Gen.Int[0, 2].Select(i => Endings[i]), Gen.Byte.Array[0, 200], Gen.Int[12, 60]),
        made =>
        {
            byte[] bytes = [.. Beginnings[made.Item1].Take(made.Item3), .. made.Item2];
            try
            {
                Assert.NotNull(PictureHeader.Read(bytes));
            }
            catch (FingerspellException)
            {
                // Refused, which is right too.
            }
        });

    static readonly string[] Endings = [".jpg", ".png", ".webp"];
    static readonly Dictionary<string, byte[]> Beginnings = Endings.ToDictionary(ending => ending, Picture);
}
