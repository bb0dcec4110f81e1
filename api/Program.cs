var app = WebApplication.CreateBuilder(args).Build();
app.Run();

/// <summary>The process: theCooperator's API, web app and jobs.</summary>
public partial class Program;
