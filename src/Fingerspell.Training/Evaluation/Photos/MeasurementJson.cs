using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>A measurement for programs.</summary>
public static class MeasurementJson
{
    static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// The object that <c>evaluate --photos --json</c> prints: what <see cref="OutcomeSummary.ToJson"/> has, with
    /// <c>calibrationError</c>, <c>riskCoverage</c> and, where there is something to say, <c>boxes</c> and
    /// <c>withoutHand</c>. Without pictures of letters <c>photos</c> is 0 and <c>accuracy</c> null.
    /// </summary>
    /// <param name="measurement">The measurement.</param>
    public static JsonObject ToJson(this Measurement measurement)
    {
        var json = measurement.Letters is { } letters
            ? JsonNode.Parse(letters.ToJson())!.AsObject()
            : new JsonObject
            {
                ["photos"] = 0,
                ["accuracy"] = null,
                ["answered"] = 0,
                ["accuracyWhenAnswered"] = null,
                ["perLetter"] = new JsonObject(),
                ["confusions"] = new JsonArray(),
            };
        json["calibrationError"] = measurement.Calibration?.Error;
        json["riskCoverage"] = JsonSerializer.SerializeToNode(measurement.RiskCoverage, CamelCase);
        if (measurement.Boxes is { } boxes)
            json["boxes"] = JsonSerializer.SerializeToNode(boxes, CamelCase);
        if (measurement.WithoutHand is { } silence)
            json["withoutHand"] = JsonSerializer.SerializeToNode(silence, CamelCase);
        return json;
    }
}
