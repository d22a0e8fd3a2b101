using AnSinh.ChildProtection;
using AnSinh.ServiceKit.Hosting;

return await ServiceProgram.RunAsync(args, host => host.AddChildProtection());
