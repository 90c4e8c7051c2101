using System.Text.Json.Serialization;
using Fingerspell.Imaging;
using Fingerspell.Web.Recognizing;

namespace Fingerspell.Web.Live;

/// <summary>What the server says to a page.</summary>
/// <param name="Type">What kind of message it is.</param>
abstract record ServerMessage([property: JsonPropertyOrder(-1)] string Type);

/// <summary>The first message.</summary>
/// <param name="Version">The program's version.</param>
/// <param name="Letters">The letters that it can read.</param>
sealed record HelloMessage(string Version, string Letters) : ServerMessage("hello");

/// <summary>A message that tells the text; it is put in as the message is sent.</summary>
/// <param name="Type">What kind of message it is.</param>
abstract record SpellingMessage(string Type) : ServerMessage(Type)
{
    /// <summary>The text so far.</summary>
    public string Text { get; init; } = "";

    /// <summary>Words that the text's last one may become.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>What was read in a frame, and what that made of the text.</summary>
/// <param name="Frame">Which frame, counted from 1 in the order in which they were sent.</param>
/// <param name="Letter">The letter, or null where there is no hand or no letter it dares to name.</param>
/// <param name="Confidence">How sure it is of the most probable letter, 0–1; 0 where there is no hand, or none that is likely to sign.</param>
/// <param name="Box">Where the hand is, in pixels of the frame as it was sent.</param>
/// <param name="Candidates">The most probable letters.</param>
/// <param name="Holding">The letter that will be typed if it is held on.</param>
/// <param name="Crop">What the model was given, as a <c>data:</c> address, where the page asked for it.</param>
sealed record ReadingMessage(
    long Frame, char? Letter, double Confidence, Box? Box, IReadOnlyList<Candidate> Candidates, HoldingMessage? Holding,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Crop) : SpellingMessage("reading");

/// <summary>A letter that is being held.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Progress">How far it is, 0–1; it is typed at 1.</param>
sealed record HoldingMessage(char Letter, double Progress);

/// <summary>The text after an edit or a start.</summary>
sealed record TextMessage() : SpellingMessage("text");

/// <summary>Something that the page sent was no good; the session goes on.</summary>
/// <param name="Title">What is wrong.</param>
/// <param name="Frame">Which frame it is about, counted from 1; null where it answers a text message.</param>
sealed record ErrorMessage(string Title, long? Frame = null) : ServerMessage("error");

/// <summary>The last message: the server ends the session.</summary>
sealed record ByeMessage(string Reason) : ServerMessage("bye");
