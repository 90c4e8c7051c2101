using System.Text.Json;
using System.Text.Json.Serialization;
using Fingerspell.Web.Inference;
using Fingerspell.Web.Live;
using Fingerspell.Web.Recognizing;
using Fingerspell.Web.Teaching;
using Microsoft.AspNetCore.Mvc;

namespace Fingerspell.Web;

/// <summary>Everything that is sent or received as JSON; names are in camel case, but for the inference protocol's.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Recognition))]
[JsonSerializable(typeof(Lesson))]
[JsonSerializable(typeof(ClientMessage))]
[JsonSerializable(typeof(HelloMessage))]
[JsonSerializable(typeof(ReadingMessage))]
[JsonSerializable(typeof(TextMessage))]
[JsonSerializable(typeof(ErrorMessage))]
[JsonSerializable(typeof(ByeMessage))]
[JsonSerializable(typeof(InferenceError))]
[JsonSerializable(typeof(ServerMetadata))]
[JsonSerializable(typeof(ServerLive))]
[JsonSerializable(typeof(ServerReady))]
[JsonSerializable(typeof(ModelReady))]
[JsonSerializable(typeof(ModelMetadata))]
[JsonSerializable(typeof(InferenceRequest))]
[JsonSerializable(typeof(InferenceResponse))]
[JsonSerializable(typeof(ProblemDetails))]
sealed partial class Json : JsonSerializerContext;
