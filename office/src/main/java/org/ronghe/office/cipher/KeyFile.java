package org.ronghe.office.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;

/// Keys, one a line: number, suite, hex, and the instant it came into use (which the oldest files
/// lack).
final class KeyFile {
  private final Path path;

  KeyFile(Path path) {
    this.path = path;
  }

  List<Entry> read() {
    if (!Files.exists(path)) {
      return List.of();
    }
    try {
      List<Entry> keys = new ArrayList<>();
      int row = 0;
      for (String line : Files.readAllLines(path)) {
        row++;
        keys.add(entry(line, row));
      }
      return List.copyOf(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Never says what the line holds.
  private Entry entry(String line, int row) {
    String[] parts = line.strip().split(" ");
    if ((parts.length == 3 || parts.length == 4)
        && parts[0].matches("[1-9][0-9]{0,8}")
        && parts[1].matches("AES|SM4")
        && parts[2].matches("[0-9a-f]+")) {
      Suite suite = Suite.valueOf(parts[1]);
      byte[] bytes = parts[2].length() % 2 == 0 ? HexFormat.of().parseHex(parts[2]) : new byte[0];
      if (bytes.length == suite.keyLength()) {
        return new Entry(
            Integer.parseInt(parts[0]),
            suite,
            new Suite.Key(bytes),
            parts.length == 4 ? instant(parts[3], row) : null);
      }
    }
    throw broken(row);
  }

  private Instant instant(String text, int row) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw broken(row);
    }
  }

  private Refusal broken(int row) {
    return new Refusal(
        "key-file",
        "密钥文件 " + path + " 第 " + row + " 行不是密钥。",
        "Row " + row + " of the key file " + path + " is no key.",
        "从备份恢复这个文件；没有它，用这些密钥加密的数据打不开。",
        "Restore the file from a backup; what these keys sealed cannot be opened without it.");
  }

  /// Writes all keys and the fresh one; the file is whole or as before.
  List<Entry> add(List<Entry> known, Entry fresh) {
    List<Entry> all = new ArrayList<>(known);
    all.add(fresh);
    PrivateFile.write(
        path,
        all.stream()
            .map(one ->
                one.number()
                    + " "
                    + one.suite()
                    + " "
                    + HexFormat.of().formatHex(one.key().bytes())
                    + (one.since() == null ? "" : " " + one.since())
                    + "\n")
            .collect(Collectors.joining()));
    return List.copyOf(all);
  }

  /// @param since when it came into use; null when the file does not say
  record Entry(int number, Suite suite, Suite.Key key, @Nullable Instant since) {}
}
