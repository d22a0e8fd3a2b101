using Grpc.Core.Utils;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class GrpcPreconditionsTests
{
    [Fact]
    public void Checks_WhenTheyHold_PassTheValueOn()
    {
        GrpcPreconditions.CheckArgument(true);
        GrpcPreconditions.CheckArgument(true, "said");
        GrpcPreconditions.CheckState(true);
        GrpcPreconditions.CheckState(true, "said");
        GrpcPreconditions.CheckNotNull("a").ShouldBe("a");
        GrpcPreconditions.CheckNotNull("a", "name").ShouldBe("a");
    }

    [Fact]
    public void Checks_WhenTheyFail_ThrowTheKindThatFits()
    {
        Should.Throw<ArgumentException>(() => GrpcPreconditions.CheckArgument(false));
        Should.Throw<ArgumentException>(() => GrpcPreconditions.CheckArgument(false, "said")).Message.ShouldBe("said");
        Should.Throw<InvalidOperationException>(() => GrpcPreconditions.CheckState(false));
        Should.Throw<InvalidOperationException>(() => GrpcPreconditions.CheckState(false, "said")).Message.ShouldBe("said");
        Should.Throw<ArgumentNullException>(() => GrpcPreconditions.CheckNotNull<string>(null));
        Should.Throw<ArgumentNullException>(() => GrpcPreconditions.CheckNotNull<string>(null, "name")).ParamName.ShouldBe("name");
    }
}
