namespace Fingerspell.Spelling.Drawn;

/// <summary>
/// The judges of J and Z: numbers that were trained on acted hands (<c>Fingerspell.Training.Motion.JudgeTraining</c>), never on
/// a person's. A test trains them again and says what has to stand here.
/// </summary>
static class DrawingJudges
{
    /// <summary>Judges what <see cref="JHook"/> finds; the numbers in the order of its names.</summary>
    public static DrawingJudge J { get; } = new(
        [-0.059, 0.508, 0.346, 0.301, 0.15, 0.144, 0.175, 0.658, 0.66, 0.162, 0.108, 0.422, 0.436, 0.039],
        [0.517, 0.27, 0.349, 0.127, 0.068, 0.341, 0.243, 0.112, 0.23, 0.26, 0.085, 0.186, 0.239, 0.07],
        [-0.477, 0.967, -0.769, -0.11, 1.027, -2.015, -0.279, -1.006, -0.682, -1.143, -1.548, -1.004, -0.128, 0.88],
        [-0.549, -0.129, 0.288, -0.264, -0.516, 0.798, -0.255, -0.359, 0.067, 0.26, 0.15, -0.155, -0.086, -0.359],
        2.294);

    /// <summary>Judges what <see cref="ZStrokes"/> finds; the numbers in the order of its names.</summary>
    public static DrawingJudge Z { get; } = new(
        [0.126, -0.561, 0.056, -0.02, 1.09, 0.189, 0.092, 0.839, 0.44, 0.625, 0.17],
        [0.529, 0.438, 0.209, 0.244, 0.479, 0.113, 0.049, 0.145, 0.197, 0.182, 0.116],
        [-1.152, 1.432, -0.168, -0.536, 2.432, -0.286, 0.671, -0.662, -0.037, 0.481, 0.044],
        [-0.303, 0.032, -0.502, -0.297, -0.649, -0.127, -0.418, -0.299, -0.466, -0.665, -0.114],
        8.155);
}
