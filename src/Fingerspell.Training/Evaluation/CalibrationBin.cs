namespace Fingerspell.Training.Evaluation;

/// <summary>The rows whose confidence lies in one range.</summary>
/// <param name="From">Lower end of the range, not part of it.</param>
/// <param name="To">Upper end of the range, part of it.</param>
/// <param name="Count">Rows in it.</param>
/// <param name="Confidence">Their mean confidence, 0–1; 0 where there are none.</param>
/// <param name="Accuracy">Share of them read rightly, 0–1; 0 where there are none.</param>
public readonly record struct CalibrationBin(double From, double To, int Count, double Confidence, double Accuracy);
