package org.ronghe.server.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronghe.office.problem.Refusal;

/// Looks whether a port is free before anything is started, and who has it when it is not.
final class PortCheck {
  private static final String LISTENING = "0A";

  private PortCheck() {}

  /// @param option the command-line option that chooses another port
  static void refuseTaken(String bind, int port, String option) {
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
    } catch (IOException e) {
      String owner = owner(port).map(who -> " (" + who + ")").orElse("");
      throw new Refusal(
          "port-taken",
          "端口 " + bind + ":" + port + " 不可用，已被占用" + owner + "：" + e.getMessage(),
          "Port "
              + bind
              + ":"
              + port
              + " cannot be used, it is taken"
              + owner
              + ": "
              + e.getMessage(),
          "停掉那个程序，或用 " + option + " 选另一个端口。",
          "Stop that program, or choose another port with " + option + ".");
    }
  }

  /// The program that listens on the port, when this account may see it.
  static Optional<String> owner(int port) {
    try {
      for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
        Optional<String> inode = listeningInode(Path.of(table), port);
        if (inode.isPresent()) {
          return processWithSocket(inode.get());
        }
      }
    } catch (IOException _) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> listeningInode(Path table, int port) throws IOException {
    if (!Files.isReadable(table)) {
      return Optional.empty();
    }
    String suffix = ":" + String.format(Locale.ROOT, "%04X", port);
    for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
      String[] fields = line.strip().split("\\s+", -1);
      if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
        return Optional.of(fields[9]);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> processWithSocket(String inode) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process, "socket:[" + inode + "]")) {
          String name = Files.readString(process.resolve("comm"), StandardCharsets.UTF_8).strip();
          return Optional.of(name + ", pid " + process.getFileName());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Path process, String socket) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (Files.readSymbolicLink(file).toString().equals(socket)) {
          return true;
        }
      }
      return false;
    } catch (IOException _) {
      return false;
    }
  }
}
