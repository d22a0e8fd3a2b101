using AnSinh.Employment;
using AnSinh.ServiceKit.Hosting;

return await ServiceProgram.RunAsync(args, host => host.AddEmployment());
