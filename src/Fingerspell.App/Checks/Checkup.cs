using System.Globalization;
using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Plots;
using OpenCvSharp;
using TorchSharp;

namespace Fingerspell.App.Checks;

/// <summary>All checks, on this machine.</summary>
static class Checkup
{
    public static IReadOnlyList<Finding> Run(string? data, string? model, string? hands) =>
    [
        NativeLibraryCheck.Of("OpenCV", Beside("libOpenCvSharpExtern.so"), UseOpenCv, neededToRead: true),
        NativeLibraryCheck.Of("ONNX Runtime", Beside("libonnxruntime.so"), () => LetterModel.RuntimeVersion, neededToRead: true),
        NativeLibraryCheck.Of("TorchSharp", Beside("libLibTorchSharp.so"), UseTorch, neededToRead: false),
        NativeLibraryCheck.Of("Skia", Beside("libSkiaSharp.so"), UsePlots, neededToRead: false),
        Attempt.Of("letter model", () => DescribeLetters(model), neededToRead: true),
        Attempt.Of("hand model", () => DescribeHands(hands), neededToRead: true),
        Attempt.Of("data", () => DatasetPlace.Find(data).Path),
        CameraCheck.Of(),
        FfmpegCheck.Of(Environment.GetEnvironmentVariable("PATH")),
        DisplayCheck.Of(Environment.GetEnvironmentVariable),
        ProcessorCheck.Of(OneDnn.IsLimited),
        DiskCheck.Of(Environment.CurrentDirectory, new DriveInfo(Environment.CurrentDirectory).AvailableFreeSpace),
    ];

    static string Beside(string library) => Path.Combine(AppContext.BaseDirectory, library);

    static string UseOpenCv()
    {
        using var frame = new Mat(2, 2, MatType.CV_8UC3, OpenCvSharp.Scalar.White);
        using var gray = frame.CvtColor(ColorConversionCodes.BGR2GRAY);
        return Cv2.GetVersionString()!;
    }

    static string UseTorch()
    {
        using var scope = torch.NewDisposeScope();
        _ = torch.ones(2).sum().item<float>();
        return $"libtorch {torch.__version__}, {torch.get_num_threads()} threads";
    }

    static string UsePlots()
    {
        using var plot = PlotFont.NewPlot();
        plot.Title("text");
        plot.GetImageBytes(32, 32);
        return "draws plots, with the font that is shipped";
    }

    static string DescribeLetters(string? file)
    {
        using var model = file is null ? LetterModel.LoadShipped() : LetterModel.Load(file);
        model.Classify(new GrayCrop(model.Size, new byte[model.Size * model.Size]));
        return Described(file, model.Metadata.Network, model.Size);
    }

    static string DescribeHands(string? file)
    {
        using var model = file is null ? HandModel.LoadShipped() : HandModel.Load(file);
        using var frame = Frame.FromBgr(1, 1, [0, 0, 0]);
        model.Look(frame, Imaging.Window.Around(frame.Bounds));
        return Described(file, model.Metadata.Network, model.Size);
    }

    static string Described(string? file, string network, int size) =>
        string.Create(CultureInfo.InvariantCulture, $"{file ?? "shipped"}: {network}, {size}×{size} pixels");
}
