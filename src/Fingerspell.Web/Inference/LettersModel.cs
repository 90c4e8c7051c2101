using Fingerspell.Letters;

namespace Fingerspell.Web.Inference;

/// <summary>
/// The letter model as the Open Inference Protocol sees it: the ONNX file's own tensors, so that another server with the
/// same file answers the same.
/// </summary>
sealed class LettersModel(LetterModel model)
{
    /// <summary>Name and version, as clients ask for them.</summary>
    public const string Name = "letters", Version = "1";

    const string Platform = "onnx_onnxv1";
    const int MostCrops = 256;

    readonly TensorMetadata input = new(LetterModel.InputName, "UINT8", [-1, 1, model.Size, model.Size]);
    readonly TensorMetadata output = new(LetterModel.OutputName, "FP32", [-1, Alphabet.LabelCount]);

    /// <summary>What the model takes and gives.</summary>
    public ModelMetadata Metadata => new(Name, [Version], Platform, [input], [output]);

    /// <summary>Computes, some crops a turn, so that who reads frames beside it waits no longer than for a frame or two.</summary>
    /// <exception cref="FingerspellException">The request does not fit the model.</exception>
    public async Task<InferenceResponse> InferAsync(InferenceRequest request, Turns turns, CancellationToken stop)
    {
        if (request.Inputs is not [{ } tensor] || tensor.Name != input.Name)
            throw new FingerspellException($"the model takes one input, {input.Name}");
        if (tensor.Datatype != input.Datatype)
            throw new FingerspellException($"the input {input.Name} is {tensor.Datatype}, not {input.Datatype}");
        long count = tensor.Shape is [var first, ..] ? first : 0;
        if (count is < 1 or > MostCrops || !tensor.Shape!.Skip(1).SequenceEqual(input.Shape.Skip(1)))
            throw new FingerspellException(
                $"the input's shape is [{string.Join(",", tensor.Shape ?? [])}], not [N,{string.Join(",", input.Shape.Skip(1))}] with N from 1 to {MostCrops}");
        long expected = count * model.Size * model.Size;
        if (tensor.Data is not { } data || data.Bytes.Length != expected)
            throw new FingerspellException($"the input has {tensor.Data?.Bytes.Length ?? 0} numbers, and its shape asks for {expected}");
        if (request.Outputs?.Any(wanted => wanted?.Name != output.Name) == true)
            throw new FingerspellException($"the model has one output, {output.Name}");
        List<float> logits = new((int)count * Alphabet.LabelCount);
        int most = LetterModel.CropsPerBatch * model.Size * model.Size;
        for (int start = 0; start < data.Bytes.Length; start += most)
        {
            using var turn = await turns.TakeAsync(stop);
            logits.AddRange(model.Infer(data.Bytes.Slice(start, Math.Min(most, data.Bytes.Length - start))));
        }
        return new InferenceResponse(
            Name, Version, request.Id, [new OutputTensor(output.Name, output.Datatype, [count, Alphabet.LabelCount], [.. logits])]);
    }
}
