using Microsoft.ML.OnnxRuntime;

namespace Fingerspell.Letters;

/// <summary>Reads a letter model's file and refuses what is not one.</summary>
static class LetterModelFile
{
    /// <summary>The graph's input: uint8 [N, 1, size, size], grey 0–255; normalisation is inside of the graph.</summary>
    public const string Input = "pixels";

    /// <summary>The graph's output: float32 [N, 25], a logit for each dataset label.</summary>
    public const string Output = "logits";

    // ONNX Runtime would report its use to Microsoft and keep an identifier of the computer for that.
    static LetterModelFile() => NativeEnvironment.SetDefault("ORT_DISABLE_TELEMETRY", "1");

    /// <summary>The version of ONNX Runtime; asking loads it.</summary>
    public static string RuntimeVersion => OrtEnv.Instance().GetVersionString();

    public static LetterModel Load(string path, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var session = OpenSession(path, threads);
        try
        {
            var metadata = LetterModelMetadata.Parse(session.ModelMetadata.CustomMetadataMap, path);
            CheckTensor(path, "input", session.InputMetadata, Input, typeof(byte), [-1, 1, metadata.Size, metadata.Size]);
            CheckTensor(path, "output", session.OutputMetadata, Output, typeof(float), [-1, Alphabet.LabelCount]);
            return new LetterModel(session, metadata);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    static InferenceSession OpenSession(string path, int threads)
    {
        byte[] bytes = ReadBytes(path);
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
            throw new FingerspellException($"{path} is damaged or not an ONNX file; write it again with `fingerspell export`", e);
        }
    }

    static byte[] ReadBytes(string path)
    {
        if (!File.Exists(path))
            throw new FingerspellException($"there is no letter model {path}; name one with --model, or write one with `fingerspell export`");
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            return bytes.Length > 0 ? bytes : throw new FingerspellException($"the letter model {path} is empty; write it again with `fingerspell export`");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"the letter model {path} cannot be read: {e.Message}", e);
        }
    }

    static void CheckTensor(
        string path, string what, IReadOnlyDictionary<string, NodeMetadata> found, string name, Type type, int[] dimensions)
    {
        if (found.Count == 1 && found.TryGetValue(name, out var tensor)
            && tensor.IsTensor && tensor.ElementType == type && tensor.Dimensions.SequenceEqual(dimensions))
            return;
        string Shown(KeyValuePair<string, NodeMetadata> t) => t.Value.IsTensor
            ? $"{t.Key} {t.Value.ElementType.Name}[{string.Join(",", t.Value.Dimensions)}]"
            : t.Key;
        throw new FingerspellException(
            $"{path} is not a letter model: its {what} is {string.Join(" and ", found.Select(Shown))}, "
            + $"not {name} {type.Name}[{string.Join(",", dimensions)}]; write one with `fingerspell export`");
    }
}
