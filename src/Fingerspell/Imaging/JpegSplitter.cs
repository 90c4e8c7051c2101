namespace Fingerspell.Imaging;

/// <summary>
/// Takes the JPEG pictures out of a stream of bytes, whatever stands between them: Motion JPEG as network cameras send it
/// (<c>multipart/x-mixed-replace</c>) and as FFmpeg writes it. Markers are those of ITU-T T.81, annex B.
/// </summary>
/// <param name="stream">The bytes.</param>
/// <param name="patience">How long to wait for more of them.</param>
/// <param name="stop">Ends that wait.</param>
sealed class JpegSplitter(Stream stream, TimeSpan patience, CancellationToken stop = default)
{
    const int StartOfImage = 0xD8, EndOfImage = 0xD9, FirstRestart = 0xD0, LastRestart = 0xD7;
    const int LargestPicture = 64 << 20;

    readonly byte[] buffer = new byte[1 << 16];
    readonly List<byte> picture = [];
    Task<int>? pending;
    int next, end;

    /// <summary>The bytes of the next picture, or null where the stream ends before it is whole.</summary>
    /// <exception cref="TimeoutException">No bytes came for too long.</exception>
    /// <exception cref="OperationCanceledException">The wait for them was ended.</exception>
    /// <exception cref="IOException">The stream broke, or a picture has no end.</exception>
    public byte[]? Next()
    {
        if (!SkipToStart())
            return null;
        int marker = NextMarker();
        while (marker is not (EndOfImage or < 0))
        {
            if (marker == StartOfImage) // of the next picture: this one was cut short
                Begin();
            else if (!CopySegment())
                return null;
            marker = NextMarker();
        }
        return marker == EndOfImage ? picture.ToArray() : null;
    }

    bool SkipToStart()
    {
        for (int before = 0, now; (now = Read()) >= 0; before = now)
        {
            if (before != 0xFF || now != StartOfImage)
                continue;
            Begin();
            return true;
        }
        return false;
    }

    void Begin()
    {
        picture.Clear();
        picture.AddRange([0xFF, StartOfImage]);
    }

    /// <summary>Copies up to and with the next marker; after a scan's header that is past its coded pixels, where FF 00 means FF.</summary>
    int NextMarker()
    {
        for (int before = 0, now; (now = Copy()) >= 0; before = now)
            if (before == 0xFF && now is not (0 or 0xFF or (>= FirstRestart and <= LastRestart)))
                return now;
        return -1;
    }

    bool CopySegment()
    {
        int high = Copy(), low = Copy();
        for (int left = (high << 8 | low) - 2; low >= 0 && left > 0; left--)
            if (Copy() < 0)
                return false;
        return low >= 0;
    }

    int Copy()
    {
        int value = Read();
        if (value >= 0)
            picture.Add((byte)value);
        return picture.Count <= LargestPicture ? value : throw new IOException("a picture has no end");
    }

    int Read()
    {
        if (next == end)
        {
            // Kept where the wait is given up, so that whoever asks again waits for the same bytes.
            pending ??= stream.ReadAsync(buffer).AsTask();
            (next, end) = (0, pending.WaitAsync(patience, stop).GetAwaiter().GetResult());
            pending = null;
            if (end == 0)
                return -1;
        }
        return buffer[next++];
    }
}
