using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Fingerspell.Imaging;

/// <summary>
/// Opens streams by their URL: Motion JPEG over HTTP, as most network cameras and telephone apps send it, by itself; all
/// others (RTSP, HLS, RTMP, videos over HTTP) with the program FFmpeg.
/// </summary>
static class NetworkStreams
{
    const string MotionJpeg = "multipart/x-mixed-replace";

    /// <exception cref="FingerspellException">Nothing answers there, it is no video, or FFmpeg is needed and missing.</exception>
    public static IFrameSource Open(string url, CancellationToken stop) =>
        (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? OpenMotionJpeg(url, stop)
            : null) ?? OpenWithFfmpeg(url, stop: stop);

    /// <summary>Null where it is something else than Motion JPEG.</summary>
    static JpegStreamSource? OpenMotionJpeg(string url, CancellationToken stop)
    {
        var connection = new HttpConnection();
        try
        {
            var content = connection.Get(url, stop);
            if (string.Equals(content.Headers.ContentType?.MediaType, MotionJpeg, StringComparison.OrdinalIgnoreCase))
                return new JpegStreamSource(WithoutPassword(url), content.ReadAsStream(stop), connection, () => null, stop: stop);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or UriFormatException or IOException)
        {
            connection.Dispose();
            stop.ThrowIfCancellationRequested();
            // What is wrong with an encrypted connection is said only within; how long was waited, only without.
            string reason = (e is TaskCanceledException ? e : e.GetBaseException()).Message;
            throw new FingerspellException($"the stream {WithoutPassword(url)} cannot be opened ({reason}); is the address right, and the sender on?", e);
        }
        connection.Dispose();
        return null;
    }

    internal static JpegStreamSource OpenWithFfmpeg(string url, string program = "ffmpeg", CancellationToken stop = default)
    {
        var ffmpeg = new Process
        {
            // -re gives a recorded video at its own pace, so that the clock is right for all streams.
            StartInfo = new ProcessStartInfo(program,
                ["-nostdin", "-loglevel", "error", "-re", "-i", url, "-an", "-q:v", "2", "-f", "mjpeg", "pipe:1"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        string shown = WithoutPassword(url);
        string? lastError = null;
        ffmpeg.ErrorDataReceived += (_, line) => lastError = line.Data?.Replace(url, shown, StringComparison.Ordinal) ?? lastError;
        try
        {
            ffmpeg.Start();
        }
        catch (Win32Exception e)
        {
            ffmpeg.Dispose();
            throw new FingerspellException(
                $"the stream {shown} is not Motion JPEG over HTTP and needs the program ffmpeg; on Debian and Ubuntu: apt-get install ffmpeg", e);
        }
        ffmpeg.BeginErrorReadLine();
        return new JpegStreamSource(shown, ffmpeg.StandardOutput.BaseStream, new RunningProcess(ffmpeg), () =>
        {
            if (!ffmpeg.WaitForExit(TimeSpan.FromSeconds(1)))
                return lastError;
            // Without a limit it also waits for the last line, which by then is near.
            ffmpeg.WaitForExit();
            return ffmpeg.ExitCode == 0 ? null : lastError ?? $"ffmpeg ended with {ffmpeg.ExitCode}";
        }, stop: stop);
    }

    /// <summary>
    /// The address as messages show it: without the user and password that stand before its host. With a slash in the password it is
    /// no address, and the message that says so must not show it either: what follows the first colon is then no port.
    /// </summary>
    static string WithoutPassword(string url) => Regex.Replace(url, @"(?<=://)(?:[^/]*@|[^/:\[]*:(?!\d*(?:/|$)).*@)", "");

    /// <summary>A request and its answer, which may come without end; disposing it closes the connection.</summary>
    sealed class HttpConnection : IDisposable
    {
        readonly HttpClientHandler handler = new();
        readonly HttpClient client;
        HttpResponseMessage? response;

        public HttpConnection() => client = new(handler) { Timeout = TimeSpan.FromSeconds(15) };

        public HttpContent Get(string url, CancellationToken stop)
        {
            handler.Credentials = CredentialsOf(new Uri(url));
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return response.EnsureSuccessStatusCode().Content;
        }

        public void Dispose()
        {
            response?.Dispose();
            client.Dispose();
        }

        /// <summary>The user and password of an address, for its host alone, wherever that sends us on to; null where it has none.</summary>
        static CredentialCache? CredentialsOf(Uri address)
        {
            if (address.UserInfo.Split(':', 2) is not [var user, var password])
                return null;
            var login = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
            var host = new Uri(address, "/");
            return new() { { host, "Basic", login }, { host, "Digest", login } };
        }
    }

    sealed class RunningProcess(Process process) : IDisposable
    {
        bool isDisposed;

        public void Dispose()
        {
            if (isDisposed)
                return;
            isDisposed = true;
            if (!process.HasExited)
                process.Kill();
            process.Dispose();
        }
    }
}
