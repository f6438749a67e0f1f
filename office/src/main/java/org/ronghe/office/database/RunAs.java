package org.ronghe.office.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;

/// The account PostgreSQL runs as. It refuses root, so root is dropped to `postgres` (when the
/// machine has that account) or `nobody`.
///
/// @param uid the numeric account; null to stay who we are
record RunAs(@Nullable Integer uid, @Nullable Integer gid) {
  private static final int NOBODY = 65534;

  static RunAs ofThisMachine() {
    if (effectiveUid() != 0) {
      return new RunAs(null, null);
    }
    if (findProgram("setpriv").isEmpty()) {
      throw new Refusal(
          "no-setpriv",
          "正以 root 运行，而 PostgreSQL 不允许 root；本机又没有 setpriv 可用来降权。",
          "Running as root, which PostgreSQL refuses, and setpriv is not there to drop it.",
          "安装 util-linux，或用普通账户启动。",
          "Install util-linux, or start as an ordinary user.");
    }
    return account("postgres").orElse(new RunAs(NOBODY, NOBODY));
  }

  /// The command line that runs `command` as this account, in a session of its own (so that Ctrl-C
  /// reaches us first) and ended by the kernel when the calling thread ends (where setpriv is).
  List<String> wrap(List<String> command, Path folder) {
    List<String> line = new ArrayList<>();
    if (findProgram("setsid").isPresent()) {
      line.add("setsid");
    }
    if (findProgram("setpriv").isPresent()) {
      line.addAll(List.of("setpriv", "--pdeathsig=INT", "--no-new-privs"));
      if (uid != null) {
        line.addAll(List.of("--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        if (!othersMayEnter(folder)) {
          // A folder below /root, say: nobody cannot walk there, so this process alone may.
          line.addAll(List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
        }
      }
    }
    line.addAll(command);
    return line;
  }

  /// Gives the folder and all in it to the account (only when its top belongs to another).
  void own(Path folder) throws IOException {
    if (uid == null || uid.equals(Files.getAttribute(folder, "unix:uid"))) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        ownOne(file);
      }
    }
  }

  void ownOne(Path file) throws IOException {
    if (uid != null) {
      Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static boolean othersMayEnter(Path folder) {
    try {
      for (Path at = folder.toRealPath().getParent(); at != null; at = at.getParent()) {
        if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return false;
        }
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static Optional<RunAs> account(String name) {
    try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"), StandardCharsets.UTF_8)) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && fields[0].equals(name))
          .map(fields -> new RunAs(Integer.valueOf(fields[2]), Integer.valueOf(fields[3])))
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  static int effectiveUid() {
    try {
      Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return uid instanceof Integer number ? number : -1;
    } catch (IOException | UnsupportedOperationException _) {
      return "root".equals(System.getProperty("user.name")) ? 0 : -1;
    }
  }

  static Optional<Path> findProgram(String name) {
    return Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
