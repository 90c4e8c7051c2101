using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace Fingerspell.Web;

/// <summary>The page's files, which lie beside the program in the folder <c>Page</c>.</summary>
static class PageFiles
{
    public static void UsePage(this IApplicationBuilder app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Page"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            // A browser asks each time whether its copy is still good; after an update no old script talks to a new server.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
