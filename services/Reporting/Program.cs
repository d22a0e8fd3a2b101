using AnSinh.Reporting;
using AnSinh.ServiceKit.Hosting;

var host = ServiceHostBuilder.Create(args);
host.AddReporting();
await host.Build().RunAsync();
