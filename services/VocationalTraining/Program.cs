using AnSinh.ServiceKit.Hosting;
using AnSinh.VocationalTraining;

return await ServiceProgram.RunAsync(args, host => host.AddVocationalTraining());
