using Fingerspell.Imaging;
using Microsoft.AspNetCore.Http;

namespace Fingerspell.Web.Recognizing;

/// <summary>
/// Looks at a picture's bytes before they are decoded. It must be a JPEG, PNG or WebP, whole, and of so many pixels at
/// most: a few kilobytes can claim pixels for gigabytes.
/// </summary>
sealed class PictureGate(int mostPixels)
{
    /// <summary>Why a picture is refused.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Reason">What is wrong and what to do.</param>
    public sealed record Refused(int Status, string Reason);

    /// <summary>Says what is wrong with a picture, or null where it may be decoded.</summary>
    /// <param name="picture">The bytes of its file.</param>
    /// <param name="contentType">What the sender calls it, such as <c>image/png</c>; null where nothing is said.</param>
    public Refused? Check(ReadOnlySpan<byte> picture, string? contentType = null)
    {
        if (picture.IsEmpty)
            return new Refused(StatusCodes.Status400BadRequest, "the body is empty; send a picture");
        PictureHeader? header;
        try
        {
            header = PictureHeader.Read(picture);
        }
        catch (FingerspellException e)
        {
            return new Refused(StatusCodes.Status400BadRequest, e.Message);
        }
        if (header is null)
            return new Refused(StatusCodes.Status415UnsupportedMediaType, "the body is not a JPEG, PNG or WebP picture");
        if (contentType is not null && contentType != TypeOf(header.Format))
            return new Refused(StatusCodes.Status415UnsupportedMediaType, $"the body is {TypeOf(header.Format)}, and not {contentType} as its content type says");
        if (header.Pixels > mostPixels)
            return new Refused(StatusCodes.Status413PayloadTooLarge,
                $"the picture has {header.Width}×{header.Height} pixels; make it smaller than {mostPixels / 1e6:0.#} megapixels");
        return null;
    }

    static string TypeOf(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "image/jpeg",
        PictureFormat.Png => "image/png",
        _ => "image/webp",
    };
}
