using System.Net;

namespace Fingerspell.Training.Data.Fetching;

/// <summary>Downloads one file, and goes on where a connection broke off: within a run and from one run to the next.</summary>
sealed class Download(HttpClient client, FetchOptions options, PartialFile part, Action<FetchProgress> progress)
{
    /// <summary>Downloads until the file is complete.</summary>
    /// <exception cref="FingerspellException">The server refuses, or every attempt failed.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        var pause = options.Pause;
        for (int attempt = 1; ; attempt++, pause *= 2)
        {
            string trouble;
            try
            {
                if (await TryOnceAsync(stop) is not { } failed)
                    return;
                trouble = failed;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.NameResolutionError)
            {
                throw GivenUp($"{options.From.Host} cannot be found", e);
            }
            catch (Exception e) when (e is HttpRequestException or HttpIOException)
            {
                trouble = (e.InnerException ?? e).Message;
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                trouble = $"nothing came for {options.Silence.TotalSeconds:0} seconds";
            }
            if (attempt >= options.Attempts)
                throw GivenUp($"{options.From} could not be fetched in {attempt} attempts ({trouble})");
            progress(new FetchProgress(part.Length, null, $"{trouble}; trying again ({attempt + 1} of {options.Attempts})"));
            await Task.Delay(pause, stop);
        }
    }

    /// <summary>One connection. Null when the file is complete, else what went wrong and may go right the next time.</summary>
    async Task<string?> TryOnceAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(options.Silence);
        using var request = new HttpRequestMessage(HttpMethod.Get, options.From);
        part.AskForRest(request.Headers);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        var range = response.Content.Headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when range?.From == part.Length:
                break;
            case HttpStatusCode.OK:
                RefusePage(response);
                part.Restart(response);
                break;
            // Asked for what is behind the end: there is nothing more to come.
            case HttpStatusCode.RequestedRangeNotSatisfiable when range?.Length == part.Length:
                return null;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                part.Delete();
                return "the server sent another part than was asked for";
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                return $"the server answers {(int)response.StatusCode} {response.ReasonPhrase}";
            default:
                throw GivenUp($"{options.From} answers {(int)response.StatusCode} {response.ReasonPhrase}");
        }
        await SaveAsync(response, range?.Length ?? response.Content.Headers.ContentLength, patience);
        return null;
    }

    async Task SaveAsync(HttpResponseMessage response, long? total, CancellationTokenSource patience)
    {
        var buffer = new byte[1 << 16];
        await using var source = await response.Content.ReadAsStreamAsync(patience.Token);
        await using var file = part.OpenToAppend();
        while (await ReadAsync(source, buffer, patience.Token) is > 0 and var count)
        {
            patience.CancelAfter(options.Silence);
            await file.WriteAsync(buffer.AsMemory(0, count), patience.Token);
            progress(new FetchProgress(file.Length, total));
        }
    }

    /// <summary>Reads what comes next. What goes wrong here is the connection's, as when TLS is cut off within a record, and not the disk's.</summary>
    static async Task<int> ReadAsync(Stream source, byte[] buffer, CancellationToken stop)
    {
        try
        {
            return await source.ReadAsync(buffer, stop);
        }
        catch (IOException e) when (e is not HttpIOException)
        {
            throw new HttpIOException(HttpRequestError.Unknown, e.Message, e.InnerException ?? e);
        }
    }

    void RefusePage(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/json")
            throw GivenUp($"{options.From} sends a page ({response.Content.Headers.ContentType.MediaType}), not the archive");
    }

    static FingerspellException GivenUp(string why, Exception? cause = null) =>
        new($"{why}; try again later, or {PublishedFiles.ByHand}", cause!);
}
