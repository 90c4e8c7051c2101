namespace Fingerspell.Web.Teaching;

/// <summary>Drawn hands that were asked for, as PNG files; when they become too many bytes, those drawn first are forgotten.</summary>
/// <param name="most">The most bytes that are kept.</param>
sealed class HandPictures(int most)
{
    readonly Lock access = new();
    readonly Dictionary<HandRequest, byte[]> drawn = [];
    readonly Queue<HandRequest> order = [];

    /// <summary>How many bytes are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>The picture, where it is kept.</summary>
    public byte[]? Find(HandRequest request)
    {
        lock (access)
            return drawn.GetValueOrDefault(request);
    }

    /// <summary>Draws a picture and keeps it.</summary>
    public byte[] Draw(HandRequest request)
    {
        byte[] picture = request.Draw();
        lock (access)
        {
            if (!drawn.TryAdd(request, picture))
                return picture; // another one was as quick
            order.Enqueue(request);
            Bytes += picture.Length;
            while (Bytes > most)
            {
                drawn.Remove(order.Dequeue(), out byte[]? oldest);
                Bytes -= oldest!.Length;
            }
            return picture;
        }
    }
}
