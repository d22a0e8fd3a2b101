using AnSinh.Reporting;
using AnSinh.ServiceKit.Hosting;

return await ServiceProgram.RunAsync(args, host => host.AddReporting());
