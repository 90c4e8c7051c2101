namespace Fingerspell.App.Checks;

/// <summary>A check that does the thing itself: looks for the data, loads the model, draws a plot.</summary>
static class Attempt
{
    /// <param name="name">What is looked at.</param>
    /// <param name="attempt">Does it, and returns what to report.</param>
    /// <param name="neededToRead">Whether reading letters is impossible without it.</param>
    public static Finding Of(string name, Func<string> attempt, bool neededToRead = false)
    {
        try
        {
            return new Finding(name, State.Ok, attempt(), NeededToRead: neededToRead);
        }
        catch (FingerspellException e)
        {
            // Such a message says what is wrong and where, and after its last semicolon what to do.
            int split = e.Message.LastIndexOf("; ", StringComparison.Ordinal);
            return split < 0
                ? new Finding(name, State.Missing, e.Message, NeededToRead: neededToRead)
                : new Finding(name, State.Missing, e.Message[..split], e.Message[(split + 2)..], neededToRead);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            return new Finding(name, State.Missing, "a native library does not load", "see that library above", neededToRead);
        }
    }
}
