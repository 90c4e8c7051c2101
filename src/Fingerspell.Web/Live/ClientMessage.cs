namespace Fingerspell.Web.Live;

/// <summary>What a page says besides frames; which of it counts depends on the type.</summary>
/// <param name="Type"><c>start</c>: the text so far and the settings, first of all and whenever they change; <c>edit</c>.</param>
/// <param name="Text">The whole text, of <c>start</c> and of the edit <c>set</c>.</param>
/// <param name="Hold">For how many seconds a letter is held to be typed.</param>
/// <param name="OtherHand">Whether frames are mirrored before they are read, for the hand that reads worse.</param>
/// <param name="Crop">Whether readings show what the model was given.</param>
/// <param name="Edit"><c>space</c>, <c>delete</c>, <c>clear</c>, <c>accept</c> or <c>set</c>.</param>
/// <param name="Word">The suggestion to accept.</param>
sealed record ClientMessage(
    string? Type, string? Text, double? Hold, bool? OtherHand, bool? Crop, string? Edit, string? Word);
