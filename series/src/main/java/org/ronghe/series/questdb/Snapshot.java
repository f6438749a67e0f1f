package org.ronghe.series.questdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Copies a store's folder while nobody writes to its tables. The journal stays behind: everything
/// in it was moved into the tables before.
final class Snapshot {
  private static final List<String> PARTS =
      List.of("tables", "state", "points.txt", "quarantine.txt");

  private Snapshot() {}

  static void copy(Path store, Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> present = Files.list(target)) {
      if (present.findAny().isPresent()) {
        throw new IOException("The folder " + target + " is not empty; a copy needs an empty one.");
      }
    }
    for (String part : PARTS) {
      Path from = store.resolve(part);
      if (Files.exists(from)) {
        copyAll(from, target.resolve(part));
      }
    }
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!file.getFileName().toString().endsWith(".lock")) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
