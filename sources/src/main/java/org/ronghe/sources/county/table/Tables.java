package org.ronghe.sources.county.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.NoticeBook;

/// Reads the rows of a file in whatever format its name ends with.
public final class Tables {
  private Tables() {}

  /// Hands on the rows of the file one by one; what is wrong with the file goes to `book`.
  public static void read(Path path, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws IOException {
    Optional<Table> table = table(spec.file().toLowerCase(Locale.ROOT));
    if (table.isEmpty()) {
      book.file(FileNotice.FILE_FORMAT_UNKNOWN, spec.label(), spec.file());
      return;
    }
    table.get().read(path, spec, book, rows);
  }

  private static Optional<Table> table(String name) {
    if (name.endsWith(".csv")) {
      return Optional.of(new CsvTable());
    }
    return Optional.empty();
  }
}
