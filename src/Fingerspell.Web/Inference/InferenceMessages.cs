using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fingerspell.Web.Inference;

/// <summary>What the Open Inference Protocol sends when something is wrong.</summary>
/// <param name="Error">What.</param>
public sealed record InferenceError(string Error);

/// <summary>The server, to the Open Inference Protocol.</summary>
public sealed record ServerMetadata(string Name, string Version, IReadOnlyList<string> Extensions);

/// <summary>Whether the server runs.</summary>
public sealed record ServerLive(bool Live);

/// <summary>Whether the server takes work.</summary>
public sealed record ServerReady(bool Ready);

/// <summary>Whether a model is loaded.</summary>
public sealed record ModelReady(string Name, bool Ready);

/// <summary>What a model takes and gives.</summary>
public sealed record ModelMetadata(
    string Name, IReadOnlyList<string> Versions, string Platform, IReadOnlyList<TensorMetadata> Inputs, IReadOnlyList<TensorMetadata> Outputs);

/// <summary>A tensor that a model takes or gives; −1 is any size.</summary>
public sealed record TensorMetadata(string Name, string Datatype, IReadOnlyList<long> Shape);

/// <summary>What a model shall compute.</summary>
/// <param name="Id">Given back with the answer.</param>
/// <param name="Inputs">The tensors that the model takes.</param>
/// <param name="Outputs">The tensors that are wanted; null for all.</param>
/// <param name="Parameters">Not heeded.</param>
public sealed record InferenceRequest(
    string? Id, IReadOnlyList<InputTensor>? Inputs, IReadOnlyList<WantedOutput>? Outputs = null, JsonElement? Parameters = null);

/// <summary>A tensor of a request.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Shape">Its size in each dimension.</param>
/// <param name="Datatype">Such as <c>UINT8</c>.</param>
/// <param name="Data">The numbers, row by row; flat or nested.</param>
/// <param name="Parameters">Not heeded.</param>
public sealed record InputTensor(
    string? Name, IReadOnlyList<long>? Shape, string? Datatype, TensorBytes? Data, JsonElement? Parameters = null);

/// <summary>A tensor that is wanted.</summary>
public sealed record WantedOutput(string? Name, JsonElement? Parameters = null);

/// <summary>What a model has computed.</summary>
public sealed record InferenceResponse(
    [property: JsonPropertyName("model_name")] string ModelName,
    [property: JsonPropertyName("model_version")] string ModelVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    IReadOnlyList<OutputTensor> Outputs);

/// <summary>A tensor of an answer; the numbers are flat, row by row.</summary>
public sealed record OutputTensor(string Name, string Datatype, IReadOnlyList<long> Shape, IReadOnlyList<float> Data);
