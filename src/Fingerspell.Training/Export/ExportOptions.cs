namespace Fingerspell.Training.Export;

/// <summary>How a network is written as a model file.</summary>
/// <param name="Fold">
/// Whether a batch normalisation that directly follows its convolution becomes part of it. Others stay nodes: behind
/// a ReLU, as in the tutorial, one could only move forward, where the next convolution's padding would differ.
/// </param>
/// <param name="Precision">What weights are stored in. Eight bits are of folded convolutions.</param>
public sealed record ExportOptions(bool Fold = true, Precision Precision = Precision.Single);
