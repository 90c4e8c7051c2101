using System.Runtime.InteropServices;

namespace Fingerspell;

/// <summary>
/// The C environment, from which native libraries read their settings as they load; .NET's own
/// <see cref="Environment.SetEnvironmentVariable(string, string?)"/> does not reach it.
/// </summary>
static partial class NativeEnvironment
{
    /// <summary>Sets a variable; what the user has set stays.</summary>
    public static void SetDefault(string name, string value) => _ = SetEnv(name, value, overwrite: 0);

    /// <summary>Sets a variable, whatever it was.</summary>
    public static void Set(string name, string value) => _ = SetEnv(name, value, overwrite: 1);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnv(string name, string value, int overwrite);
}
