using Fingerspell.Letters;
using Fingerspell.Training.Export;
using Fingerspell.Training.Networks;
using Microsoft.ML.OnnxRuntime;

namespace Fingerspell.Benchmarks.Once;

/// <summary>
/// The shipped letter network, one look a crop, one thread: by the library, and by ONNX Runtime called by hand, of a network of the same layers in
/// 32-bit floats, whose weights do not matter.
/// </summary>
static class LetterNetwork
{
    const int Many = 256;

    public static void Run()
    {
        using var model = LetterModel.LoadShipped(threads: 1);
        var (one, many) = (Crops(model, 1), Crops(model, Many));
        Clock.Say("one ms", Clock.Median(Clock.Milliseconds(400, () => model.Infer(one))));
        Clock.Say("batch ms", Clock.Median(Clock.Milliseconds(7, () => model.Infer(many))));

        string plain = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.onnx");
        using (var network = NetworkCatalog.Create("letters"))
            NetworkExporter.Write(plain, network, new Dictionary<string, string>(), new());
        using var options = new SessionOptions { IntraOpNumThreads = 1 };
        using var session = new InferenceSession(plain, options);
        File.Delete(plain);
        Clock.Say("onnxruntime one ms", Clock.Median(Clock.Milliseconds(400, () => Compute(session, model, one, 1))));
        Clock.Say("onnxruntime batch ms", Clock.Median(Clock.Milliseconds(7, () => Compute(session, model, many, Many))));
    }

    /// <summary>Time and memory over the size of the batch.</summary>
    public static void RunBatches()
    {
        using var model = LetterModel.LoadShipped(threads: 1);
        foreach (int count in (ReadOnlySpan<int>)[1, 4, 16, 64, 256, 1024, 4096])
        {
            byte[] crops = Crops(model, count);
            Clock.Say($"{count} crops, ms a crop", Clock.Median(Clock.Milliseconds(Math.Max(3, 256 / count), () => model.Probabilities(crops))) / count);
            Clock.Say($"{count} crops, peak MiB", Clock.PeakMiB());
        }
    }

    static void Compute(InferenceSession session, LetterModel model, byte[] crops, int count)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(crops, [count, 1, model.Size, model.Size]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, session.InputNames, [input], session.OutputNames);
    }

    static byte[] Crops(LetterModel model, int count)
    {
        byte[] crops = new byte[count * model.Size * model.Size];
        new Random(1).NextBytes(crops);
        return crops;
    }
}
