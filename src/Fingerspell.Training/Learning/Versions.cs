using System.Reflection;
using System.Runtime.InteropServices;

namespace Fingerspell.Training.Learning;

/// <summary>The versions on which a result depends.</summary>
public static class Versions
{
    /// <summary>Those of this process; the program's own ends in the commit it was built from.</summary>
    public static IReadOnlyDictionary<string, string> Current() => new Dictionary<string, string>
    {
        ["fingerspell"] = Of(typeof(Versions).Assembly),
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["torchSharp"] = Of(typeof(TorchSharp.torch).Assembly),
        ["libtorch"] = TorchSharp.torch.__version__,
    };

    static string Of(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? assembly.GetName().Version?.ToString() ?? "unknown";
}
