namespace Fingerspell.App.Checks;

/// <summary>Whether there is a display for the windows of <c>read</c>.</summary>
static class DisplayCheck
{
    /// <param name="environment">Reads an environment variable.</param>
    public static Finding Of(Func<string, string?> environment)
    {
        foreach (string name in (string[])["WAYLAND_DISPLAY", "DISPLAY"])
        {
            if (environment(name) is { Length: > 0 } value)
                return new Finding("display", State.Ok, $"{name}={value}");
        }
        return new Finding("display", State.Missing, "neither $DISPLAY nor $WAYLAND_DISPLAY is set",
            "run `fingerspell read` with --no-window, or within a desktop");
    }
}
