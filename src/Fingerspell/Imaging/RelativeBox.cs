namespace Fingerspell.Imaging;

/// <summary>A box in a window, in fractions of the window's side: (0, 0) is its top left corner and (1, 1) its bottom right one.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Bottom edge.</param>
public readonly record struct RelativeBox(double Left, double Top, double Right, double Bottom);
