package org.ronghe.series.questdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// A file on a disk that has only so many bytes left, may fail to sync, and may be read-only.
final class FillingFile extends FileChannel {
  private final FileChannel file;
  private final AtomicLong left_bytes;
  private final AtomicBoolean syncFails;
  private final AtomicBoolean readOnly;

  FillingFile(
      FileChannel file, AtomicLong left_bytes, AtomicBoolean syncFails, AtomicBoolean readOnly) {
    this.file = file;
    this.left_bytes = left_bytes;
    this.syncFails = syncFails;
    this.readOnly = readOnly;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    if (readOnly.get()) {
      throw new IOException("Read-only file system");
    }
    long left = left_bytes.get();
    if (left == 0) {
      throw new IOException("No space left on device");
    }
    int length = (int) Math.min(left, bytes.remaining());
    int written = file.write(bytes.slice(bytes.position(), length));
    bytes.position(bytes.position() + written);
    left_bytes.addAndGet(-written);
    return written;
  }

  @Override
  public long write(ByteBuffer[] parts, int offset, int length) throws IOException {
    long written = 0;
    for (int at = offset; at < offset + length; at++) {
      if (parts[at].hasRemaining()) {
        written += write(parts[at]);
      }
    }
    return written;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    if (syncFails.get()) {
      throw new IOException("Input/output error");
    }
    file.force(metaData);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    if (readOnly.get()) {
      throw new IOException("Read-only file system");
    }
    file.truncate(size);
    return this;
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public FileChannel position(long newPosition) throws IOException {
    file.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return file.read(into);
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    return file.read(into, offset, length);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return file.read(into, position);
  }

  @Override
  public int write(ByteBuffer bytes, long position) throws IOException {
    return file.write(bytes, position);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return file.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    return file.transferFrom(source, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return file.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return file.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.tryLock(position, size, shared);
  }
}
