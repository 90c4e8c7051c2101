namespace Fingerspell.App.Tests;

/// <summary>Runs a command line of <c>fingerspell</c> within the test's process.</summary>
static class Run
{
    public static async Task<(int Code, string Output, string Error)> Command(params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await CommandLine.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
