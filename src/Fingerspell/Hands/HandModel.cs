using System.Buffers;
using Fingerspell.Imaging;
using Fingerspell.Models;

namespace Fingerspell.Hands;

/// <summary>
/// A trained network that says where in a window the hand is, read from one ONNX file. Any number of threads may look with
/// one model at once.
/// </summary>
public sealed class HandModel : IDisposable
{
    /// <summary>Each cell of the network's output stands for this many pixels of its input, in width and height.</summary>
    public const int CellSize = 8;

    readonly ModelSession session;

    HandModel(ModelSession session, HandModelMetadata metadata)
    {
        this.session = session;
        Metadata = metadata;
    }

    /// <summary>Where the model that is shipped with the program is: <c>models/hands.onnx</c> beside it.</summary>
    public static string ShippedPath => ModelKind.Hands.ShippedPath;

    /// <summary>What the file says of itself.</summary>
    public HandModelMetadata Metadata { get; }

    /// <summary>Width and height of the windows that it looks at, in pixels.</summary>
    public int Size => Metadata.Size;

    int Grid => Size / CellSize;

    /// <summary>Reads and checks a hand model.</summary>
    /// <param name="path">An ONNX file as <c>fingerspell train --network hand-finder</c> writes it.</param>
    /// <param name="threads">Threads for each call; 0 leaves it to ONNX Runtime, which takes one a core.</param>
    /// <exception cref="FingerspellException">The file is missing, damaged, or not a hand model.</exception>
    public static HandModel Load(string path, int threads = 0) => ModelSession.Open(path, ModelKind.Hands, threads, session =>
    {
        var metadata = HandModelMetadata.Parse(session.Properties, path);
        int grid = metadata.Size / CellSize;
        session.Require(
            "pixels", [-1, 3, metadata.Size, metadata.Size],  // red, green, blue 0–255; normalisation is inside of the graph
            "hands", [-1, 5, grid, grid]);                    // see HandSighting.Read
        return new HandModel(session, metadata);
    });

    /// <summary>Reads the model that is shipped with the program: <c>models/hands.onnx</c> beside it.</summary>
    /// <param name="threads">See <see cref="Load"/>.</param>
    /// <exception cref="FingerspellException">The file is missing or damaged.</exception>
    public static HandModel LoadShipped(int threads = 0) => Load(ShippedPath, threads);

    /// <summary>Looks for a hand in a window of a frame.</summary>
    /// <exception cref="FingerspellException">The network fails, or computes what is not a number.</exception>
    public HandSighting Look(Frame frame, Window window) => See(frame, window, output => HandSighting.Read(output, Grid));

    /// <summary>Looks for hands in a window of a frame, see <see cref="HandSighting.ReadSeveral"/>.</summary>
    /// <exception cref="FingerspellException">The network fails, or computes what is not a number.</exception>
    public IReadOnlyList<HandSighting> LookForSeveral(Frame frame, Window window, double threshold, int most) =>
        See(frame, window, output => HandSighting.ReadSeveral(output, Grid, threshold, most));

    // Rented: a video would otherwise leave a hundred kilobytes a frame to the garbage collector.
    T See<T>(Frame frame, Window window, Func<ReadOnlySpan<float>, T> read)
    {
        int inputs = 3 * Size * Size, outputs = 5 * Grid * Grid;
        byte[] pixels = ArrayPool<byte>.Shared.Rent(inputs);
        float[] output = ArrayPool<float>.Shared.Rent(outputs);
        try
        {
            window.Cut(frame, Size, pixels.AsSpan(0, inputs));
            session.Run(pixels.AsMemory(0, inputs), [1, 3, Size, Size], output.AsMemory(0, outputs), [1, 5, Grid, Grid]);
            return read(output.AsSpan(0, outputs));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels);
            ArrayPool<float>.Shared.Return(output);
        }
    }

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose() => session.Dispose();
}
