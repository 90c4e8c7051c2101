using TorchSharp;
using static TorchSharp.torch;

namespace Fingerspell.Training;

/// <summary>Arithmetic of tensors that needs a <see cref="Scalar"/>, safe from the garbage collector.</summary>
/// <remarks>
/// TorchSharp makes a Scalar, which owns native memory, for every number that meets a tensor and for the 1 hidden in
/// <c>a + b</c> (a + 1·b), and does not keep it alive during the native call: a collection at the wrong moment frees the
/// number while it is read. Here each lives until its call is over. Nothing else in this assembly may make one, which a test
/// sees to. <c>a - b</c>, <c>a * b</c> and <c>a / b</c> of two tensors need none.
/// </remarks>
static class Arithmetic
{
    static readonly Scalar One = 1;

    public static Tensor Plus(this Tensor a, Tensor b) => a.add(b, One);

    public static Tensor PlusInPlace(this Tensor a, Tensor b) => a.add_(b, One);

    public static Tensor Plus(this Tensor tensor, double number)
    {
        using Scalar scalar = number;
        return tensor.add(scalar);
    }

    public static Tensor Times(this Tensor tensor, double number)
    {
        using Scalar scalar = number;
        return tensor.mul(scalar);
    }

    public static Tensor DividedBy(this Tensor tensor, double number)
    {
        using Scalar scalar = number;
        return tensor.div(scalar);
    }

    public static Tensor ClampInPlace(this Tensor tensor, double low, double high)
    {
        using Scalar min = low, max = high;
        return tensor.clamp_(min, max);
    }
}
