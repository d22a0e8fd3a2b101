using AnSinh.MeritoriousPersons;
using AnSinh.ServiceKit.Hosting;

return await ServiceProgram.RunAsync(args, host => host.AddMeritoriousPersons());
