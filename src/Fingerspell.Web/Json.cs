using System.Text.Json.Serialization;
using Fingerspell.Web.Live;
using Fingerspell.Web.Recognizing;

namespace Fingerspell.Web;

/// <summary>Everything that is sent or received as JSON; names are in camel case.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Recognition))]
[JsonSerializable(typeof(ClientMessage))]
[JsonSerializable(typeof(HelloMessage))]
[JsonSerializable(typeof(ReadingMessage))]
[JsonSerializable(typeof(TextMessage))]
[JsonSerializable(typeof(ErrorMessage))]
[JsonSerializable(typeof(ByeMessage))]
sealed partial class Json : JsonSerializerContext;
