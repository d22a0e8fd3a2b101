using System.Buffers;

namespace AnSinh.Reporting.Documents;

/// <summary>Hands what is written to a buffer, and nothing else: whoever writes cannot go back to what has been taken away already.</summary>
/// <param name="buffer">The buffer.</param>
sealed class BufferStream(IBufferWriter<byte> buffer) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] data, int offset, int count) => buffer.Write(data.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> data) => buffer.Write(data);

    public override void Flush()
    {
    }

    public override int Read(byte[] data, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
