package org.ronghe.benchmarks.filing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One HTTP/1.1 connection that is kept alive, as little of a client as measures a server and not
/// itself. One request at a time; opened again when the server says it closes it, as browsers do.
final class KeptAlive implements AutoCloseable {
  private final int port;
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  KeptAlive(int port) throws IOException {
    this.port = port;
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  /// Opens the connection anew.
  void reopen() throws IOException {
    socket.close();
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  /// What came back.
  ///
  /// @param cookies that were set
  record Answer(int status, byte[] body, Map<String, String> cookies) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /// @param headers whole lines with their ends; may be empty
  Answer send(String method, String path, String headers, byte[] body) throws IOException {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + headers
            + (body.length > 0 ? "Content-Type: application/json\r\n" : "")
            + (method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n")
            + "\r\n";
    byte[] first = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = java.util.Arrays.copyOf(first, first.length + body.length);
    System.arraycopy(body, 0, whole, first.length, body.length);
    out.write(whole);
    return read();
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    Map<String, String> cookies = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = true;
        case "connection" -> last = value.equalsIgnoreCase("close");
        case "set-cookie" -> {
          String pair = value.split(";", 2)[0];
          cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        default -> {}
      }
    }
    Answer answer = new Answer(status, chunked ? chunks() : in.readNBytes(length), cookies);
    if (last) {
      reopen();
    }
    return answer;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new IOException("the county hung up");
      }
      if (one != '\r') {
        line.write(one);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
