namespace Fingerspell.App.Checks;

/// <summary>The Debian and Ubuntu packages that OpenCV's native library needs; <c>build/setup.sh</c> installs them.</summary>
static class DebianPackages
{
    public const string InstallOpenCvNeeds =
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libgtk-3-0 libdrm2 libatomic1";

    // What the library names as needed, beyond the C and C++ runtimes: GTK with what it brings, and two more.
    static readonly string[] Libraries =
    [
        "libgtk-3", "libgdk-3", "libgdk_pixbuf-2.0", "libpango-1.0", "libpangocairo-1.0", "libatk-1.0", "libcairo",
        "libcairo-gobject", "libgio-2.0", "libgobject-2.0", "libglib-2.0", "libfreetype", "libharfbuzz", "libX11",
        "libdrm", "libatomic",
    ];

    public static bool HoldingOpenCvNeeds(string library) => Libraries.Contains(library.Split(".so")[0]);
}
