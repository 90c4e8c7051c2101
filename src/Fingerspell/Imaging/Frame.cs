using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>A colour picture: a photograph, or one picture of a camera or video. Height × width × 3 bytes (blue, green, red).</summary>
public sealed class Frame : IDisposable
{
    /// <summary>A frame around OpenCV's picture, 8 bits and 3 channels, which it owns from now on.</summary>
    internal Frame(Mat bgr) => Bgr = bgr;

    /// <summary>Width in pixels.</summary>
    public int Width => Bgr.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => Bgr.Height;

    /// <summary>The pixels, only for this folder: OpenCV stays behind this door.</summary>
    internal Mat Bgr { get; }

    /// <summary>The whole frame as a box.</summary>
    public Box Bounds => new(0, 0, Width, Height);

    /// <summary>Reads a picture file of any format that OpenCV knows (JPEG, PNG, BMP, WebP, TIFF, …), turned as its EXIF says.</summary>
    /// <exception cref="FingerspellException">The file is missing, unreadable, empty, not a picture, or too large.</exception>
    public static Frame Load(string path)
    {
        if (Directory.Exists(path))
            throw new FingerspellException($"{path} is a folder, not a picture");
        if (!File.Exists(path))
            throw new FingerspellException($"{path} does not exist");
        try
        {
            return Decode(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a picture from the bytes of its file; see <see cref="Load"/>.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="FingerspellException">The bytes are empty, not a picture, or one that is too large.</exception>
    public static Frame Decode(ReadOnlySpan<byte> bytes, string name = "the picture")
    {
        OpenCv.Require();
        if (bytes.IsEmpty)
            throw new FingerspellException($"{name} is empty");
        try
        {
            var picture = Cv2.ImDecode(bytes, ImreadModes.Color);
            if (!picture.Empty())
                return new Frame(picture);
            picture.Dispose();
        }
        catch (OpenCVException e)
        {
            throw new FingerspellException(
                $"{name} is damaged, or larger than {OpenCv.MostPixels / 1_000_000} megapixels; make it smaller or save it again", e);
        }
        throw new FingerspellException($"{name} is not a picture, or a damaged one; JPEG, PNG, BMP, WebP and TIFF are read");
    }

    /// <summary>A frame from bare pixels, which are copied.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="bgr">Blue, green and red of each pixel, row by row from the top: width × height × 3 bytes.</param>
    /// <exception cref="ArgumentException">The number of bytes is another.</exception>
    public static Frame FromBgr(int width, int height, ReadOnlySpan<byte> bgr)
    {
        OpenCv.Require();
        if (width < 1 || height < 1 || bgr.Length != (long)width * height * 3)
            throw new ArgumentException($"{width}×{height} pixels have {(long)width * height * 3} bytes, not {bgr.Length}", nameof(bgr));
        var picture = new Mat(height, width, MatType.CV_8UC3);
        bgr.CopyTo(picture.AsSpan<byte>());
        return new Frame(picture);
    }

    /// <summary>The frame's pixels as <see cref="FromBgr"/> takes them.</summary>
    public byte[] ToBgr()
    {
        using var continuous = Bgr.Clone();
        return continuous.AsSpan<byte>().ToArray();
    }

    /// <summary>The frame as in a mirror, left to right, as a new one.</summary>
    public Frame Mirror()
    {
        var mirrored = new Mat();
        Cv2.Flip(Bgr, mirrored, FlipMode.Y);
        return new Frame(mirrored);
    }

    /// <summary>A part of the frame, as a new one.</summary>
    /// <param name="box">The part; it lies within <see cref="Bounds"/>.</param>
    /// <exception cref="ArgumentException">It does not.</exception>
    public Frame Part(Box box)
    {
        if (box.Clip(Bounds) != box)
            throw new ArgumentException($"{box} does not lie within {Bounds}", nameof(box));
        using var part = Bgr.SubMat(box.Y, box.Bottom, box.X, box.Right);
        return new Frame(part.Clone());
    }

    /// <summary>Writes the frame as a picture file, whole or not at all; the ending decides the format.</summary>
    /// <exception cref="FingerspellException">
    /// The place cannot be written to, or the ending is no picture's, or its format holds no picture of this size.
    /// </exception>
    public void Save(string path) => WholeFile.Write(path, beside =>
    {
        if (!Cv2.HaveImageWriter(beside))
            throw new FingerspellException($"cannot write {path}: OpenCV knows no such picture format; name a .png or .jpg file");
        // Not by OpenCV, which does not say why it cannot write a file.
        File.WriteAllBytes(beside, Encode(Path.GetExtension(beside)));
    });

    byte[] Encode(string ending)
    {
        const string Failure = "the picture could not be encoded; name a .png file";
        try
        {
            byte[] bytes = Bgr.ImEncode(ending);
            return bytes.Length > 0 ? bytes : throw new IOException(Failure);
        }
        catch (OpenCVException e)
        {
            throw new IOException(Failure, e);
        }
    }

    /// <summary>Gives the pixels' memory back.</summary>
    public void Dispose() => Bgr.Dispose();
}
