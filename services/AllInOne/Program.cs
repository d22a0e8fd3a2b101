using System.CommandLine;
using AnSinh.AllInOne.Commands;
using AnSinh.AllInOne.Figures;
using AnSinh.AllInOne.Quality;

var root = new RootCommand("AnSinh: nền tảng lao động, người có công và xã hội của một tỉnh, tất cả trong một tiến trình.");
ServeCommand.Configure(root);
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(TokenCommand.Create());
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(FiguresCommand.Create());
root.Subcommands.Add(WatchCommand.Create());
root.Subcommands.Add(AreasCommand.Create());
root.Subcommands.Add(ClusterCommand.Create());
root.Subcommands.Add(RedriveCommand.Create());
root.Subcommands.Add(QualityCommand.Create());
root.Subcommands.Add(BackupCommand.Create());
root.Subcommands.Add(RestoreCommand.Create());
return await root.Parse(args).InvokeAsync();
