using Fingerspell.Imaging;

namespace Fingerspell.Web.Recognizing;

/// <summary>What a model was given, to be shown on a page.</summary>
static class CropAddress
{
    /// <summary>The crop as a <c>data:</c> address of a PNG picture; null where there is none.</summary>
    public static string? Of(GrayCrop? crop) => crop is null ? null : "data:image/png;base64," + Convert.ToBase64String(crop.ToPng());
}
