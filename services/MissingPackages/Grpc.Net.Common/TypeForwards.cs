using System.Runtime.CompilerServices;
using Grpc.Core;

// Programs built against either assembly find the stream extensions: the one type lives in Grpc.Core.Api.
[assembly: TypeForwardedTo(typeof(AsyncStreamReaderExtensions))]
