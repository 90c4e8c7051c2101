using System.Net;
using System.Text;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Exploring;

/// <summary>One HTML page with everything in it: it asks for no other file and no network.</summary>
static class ExplorePage
{
    const string Style =
        """
        :root { color-scheme: light dark; --ink: #1d2430; --soft: #5b6675; --page: #f6f7f9; --card: #fff; --line: #dde1e7; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e9ee; --soft: #9aa5b4; --page: #14181f; --card: #1d232d; --line: #333c4a; }
        }
        body { margin: 0 auto; max-width: 70rem; padding: 2rem 1.25rem 4rem; background: var(--page); color: var(--ink);
               font: 16px/1.5 system-ui, sans-serif; }
        h1 { margin: 0 0 .25rem; } h2 { margin: 2.5rem 0 .75rem; } h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
        p { margin: .25rem 0; color: var(--soft); }
        code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
        pre, table, figure { background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
        pre { margin: 0; padding: .9rem 1rem; overflow-x: auto; font-size: .82rem; line-height: 1.45; }
        table { border-collapse: collapse; margin-top: 1rem; display: block; width: max-content; max-width: 100%; overflow-x: auto; }
        th, td { padding: .4rem .9rem; text-align: left; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
        tr + tr { border-top: 1px solid var(--line); } td code { font-size: .78rem; }
        figure { margin: 1rem 0; padding: 1rem; } figcaption { color: var(--soft); margin-top: .6rem; }
        figure img { display: block; max-width: 100%; height: auto; margin: 0 auto; border-radius: 4px; background: #fff; }
        """;

    /// <summary>The page.</summary>
    public static string Html(SignLanguageMnist data, IReadOnlyList<Figure> figures)
    {
        var html = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>Sign Language MNIST</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n")
            .Append("<h1>Sign Language MNIST</h1>\n<p>Read from <code>").Append(Escaped(data.Place)).Append("</code></p>\n")
            .Append("<table>\n<tr><th>File</th><th>Rows</th><th>Photographs</th><th>Signers</th><th>SHA-256</th></tr>\n");
        AppendRow(html, PublishedFiles.Train, data.Train, data.TrainSha256, PublishedFiles.TrainSha256);
        AppendRow(html, PublishedFiles.Test, data.Test, data.TestSha256, PublishedFiles.TestSha256);
        html.Append("</table>\n<h2>Pictures</h2>\n");
        foreach (var figure in figures)
            html.Append("<figure><img alt=\"").Append(Escaped(figure.Caption)).Append("\" src=\"data:image/png;base64,")
                .Append(Convert.ToBase64String(figure.Png)).Append("\"><figcaption>")
                .Append(Escaped(figure.Caption)).Append("</figcaption></figure>\n");
        AppendFrame(html, "The training file", data.Train);
        AppendFrame(html, "The test file", data.Test);
        return html.Append("</body>\n</html>\n").ToString();
    }

    static void AppendRow(StringBuilder html, string file, DatasetSplit split, string sha256, string published)
    {
        var sources = split.Sources;
        string Number(int? count) => count is { } known ? FormattableString.Invariant($"{known:N0}") : "unknown";
        html.Append("<tr><td>").Append(file)
            .Append("</td><td class=\"number\">").Append(Number(split.Count))
            .Append("</td><td class=\"number\">").Append(Number(sources?.Select(s => s.Photo).Distinct().Count()))
            .Append("</td><td class=\"number\">").Append(Number(sources?.Select(s => s.Signer).Distinct().Count()))
            .Append("</td><td><code>").Append(sha256).Append("</code><br>")
            .Append(sha256 == published ? "as published" : "differs from the published file").Append("</td></tr>\n");
    }

    static void AppendFrame(StringBuilder html, string heading, DatasetSplit split)
    {
        var frame = IntegerFrame.Of(split);
        html.Append("<h2>").Append(heading).Append("</h2>\n");
        AppendText("head()", PandasText.Head(frame));
        AppendText("info()", PandasText.Info(frame));
        AppendText("describe()", PandasText.Describe(frame));
        AppendText("label.value_counts().sort_index()", PandasText.ValueCounts(frame, "label", sortByValue: true));

        void AppendText(string name, string text) => html.Append("<h3><code>").Append(split.Name).Append('.').Append(name)
            .Append("</code></h3>\n<pre>").Append(Escaped(text)).Append("</pre>\n");
    }

    static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
