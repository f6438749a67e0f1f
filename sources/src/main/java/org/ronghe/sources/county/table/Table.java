package org.ronghe.sources.county.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.NoticeBook;

/// A file format that can be cut into rows. Rows are handed on one by one; none is kept.
interface Table {
  /// Reads the file; what is wrong with it as a whole goes to `book`.
  void read(Path path, FileSpec spec, NoticeBook book, Consumer<Row> rows) throws IOException;
}
