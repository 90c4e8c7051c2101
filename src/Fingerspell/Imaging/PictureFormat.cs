namespace Fingerspell.Imaging;

/// <summary>A format of picture files whose headers are understood.</summary>
public enum PictureFormat
{
    /// <summary>ITU T.81, as JFIF or EXIF.</summary>
    Jpeg,

    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>RFC 9649.</summary>
    WebP,
}
