using AnSinh.ServiceKit.Hosting;
using AnSinh.SocialProtection;

return await ServiceProgram.RunAsync(args, host => host.AddSocialProtection());
