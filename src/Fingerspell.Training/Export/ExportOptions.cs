namespace Fingerspell.Training.Export;

/// <summary>How a network is written as a model file.</summary>
/// <param name="Fold">
/// Whether a batch normalisation that directly follows its convolution becomes part of it. Others stay nodes: behind
/// a ReLU, as in the tutorial, one could only move forward, where the next convolution's padding would differ.
/// </param>
/// <param name="Half">
/// Whether weights are stored in half precision (IEEE 754 binary16), for a file of half the size. It is computed with floats all the same.
/// </param>
public sealed record ExportOptions(bool Fold = true, bool Half = false);
