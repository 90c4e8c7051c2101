return await Fingerspell.App.CommandLine.RunAsync(args);
