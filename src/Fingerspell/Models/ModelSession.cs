using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Fingerspell.Models;

/// <summary>
/// A model file, opened: bare pixels in, numbers out. What is missing, damaged or of another kind is refused. Any number of
/// threads may run it at once.
/// </summary>
sealed class ModelSession : IDisposable
{
    readonly InferenceSession session;
    readonly ModelKind kind;
    readonly string path;
    readonly Lock gate = new();
    int runs;
    bool disposed;

    // ONNX Runtime would report its use to Microsoft and keep an identifier of the computer for that.
    static ModelSession() => NativeEnvironment.SetDefault("ORT_DISABLE_TELEMETRY", "1");

    ModelSession(InferenceSession session, ModelKind kind, string path)
    {
        this.session = session;
        this.kind = kind;
        this.path = path;
    }

    /// <summary>The version of ONNX Runtime; asking loads it.</summary>
    public static string RuntimeVersion => OrtEnv.Instance().GetVersionString();

    /// <summary>Opens a file and makes of it what <paramref name="make"/> does, which closes it again where it throws.</summary>
    /// <exception cref="FingerspellException">The file is missing, damaged, or refused by <paramref name="make"/>.</exception>
    public static T Open<T>(string path, ModelKind kind, int threads, Func<ModelSession, T> make)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var opened = new ModelSession(OpenSession(path, kind, threads), kind, path);
        try
        {
            return make(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The file's <c>metadata_props</c>.</summary>
    public IReadOnlyDictionary<string, string> Properties => session.ModelMetadata.CustomMetadataMap;

    /// <summary>Checks that the graph has just one input of bytes and one output of floats; −1 is the batch.</summary>
    /// <exception cref="FingerspellException">It has others.</exception>
    public void Require(string input, int[] inputShape, string output, int[] outputShape)
    {
        CheckTensor("input", session.InputMetadata, input, typeof(byte), inputShape);
        CheckTensor("output", session.OutputMetadata, output, typeof(float), outputShape);
    }

    /// <summary>Computes the network. ONNX Runtime reads and writes the given memory in place.</summary>
    /// <exception cref="FingerspellException">The network fails, or computes what is not a number.</exception>
    public void Run(ReadOnlyMemory<byte> input, long[] inputShape, Memory<float> output, long[] outputShape)
    {
        Begin();
        try
        {
            Compute(input, inputShape, output, outputShape);
        }
        catch (OnnxRuntimeException e)
        {
            throw new FingerspellException($"the {kind.Name} {path} fails while computing; write it again with `{kind.Writer}`", e);
        }
        finally
        {
            End();
        }
        foreach (float number in output.Span)
        {
            if (!float.IsFinite(number))
                throw new FingerspellException($"the {kind.Name} {path} computes what is not a number; write it again with `{kind.Writer}`");
        }
    }

    /// <summary>No more runs begin; the network's memory is given back at once, or by the last run that is under way.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            if (runs == 0)
                session.Dispose();
        }
    }

    // ONNX Runtime does not check whether a session is there still, and would end the process.
    void Begin()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            runs++;
        }
    }

    void End()
    {
        lock (gate)
        {
            if (--runs == 0 && disposed)
                session.Dispose();
        }
    }

    void Compute(ReadOnlyMemory<byte> input, long[] inputShape, Memory<float> output, long[] outputShape)
    {
        using var pixels = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, MemoryMarshal.AsMemory(input), inputShape);
        using var numbers = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, output, outputShape);
        using var options = new RunOptions();
        session.Run(options, session.InputNames, [pixels], session.OutputNames, [numbers]);
    }

    static InferenceSession OpenSession(string path, ModelKind kind, int threads)
    {
        byte[] bytes = ReadBytes(path, kind);
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            return new InferenceSession(bytes, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new FingerspellException($"{path} is damaged or not an ONNX file; write it again with `{kind.Writer}`", e);
        }
    }

    static byte[] ReadBytes(string path, ModelKind kind)
    {
        if (!File.Exists(path))
            throw new FingerspellException($"there is no {kind.Name} {path}; {kind.Otherwise}");
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            return bytes.Length > 0 ? bytes : throw new FingerspellException($"the {kind.Name} {path} is empty; write it again with `{kind.Writer}`");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"the {kind.Name} {path} cannot be read: {e.Message}", e);
        }
    }

    void CheckTensor(string what, IReadOnlyDictionary<string, NodeMetadata> found, string name, Type type, int[] shape)
    {
        if (found.Count == 1 && found.TryGetValue(name, out var tensor)
            && tensor.IsTensor && tensor.ElementType == type && tensor.Dimensions.SequenceEqual(shape))
            return;
        string Shown(KeyValuePair<string, NodeMetadata> t) => t.Value.IsTensor
            ? $"{t.Key} {t.Value.ElementType.Name}[{string.Join(",", t.Value.Dimensions)}]"
            : t.Key;
        throw new FingerspellException(
            $"{path} is not a {kind.Name}: its {what} is {string.Join(" and ", found.Select(Shown))}, "
            + $"not {name} {type.Name}[{string.Join(",", shape)}]; write one with `{kind.Writer}`");
    }
}
