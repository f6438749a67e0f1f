package org.ronghe.sources.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronghe.sources.county.kind.CountyRows;
import org.ronghe.sources.county.manifest.FileKind;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.manifest.Manifest;
import org.ronghe.sources.county.manifest.ManifestReader;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.county.notice.NoticeBook;
import org.ronghe.sources.county.notice.PackageNotice;
import org.ronghe.sources.county.table.Tables;

/// Reads a county package: a folder with county.yaml and the files it lists.
public final class CountyPackageReader {
  private static final int ROWS_PER_REPORT = 5_000;

  private final Path dir;
  private final PackageProgress progress;
  private final NoticeBook book = new NoticeBook();
  private final Map<String, Long> rowsRead = new HashMap<>();

  private CountyPackageReader(Path dir, PackageProgress progress) {
    this.dir = dir;
    this.progress = progress;
  }

  /// Reads the package in `dir`. Whatever is wrong with it is in the result.
  ///
  /// @throws UncheckedIOException when the disk fails, never for what the files say
  public static PackageReading read(Path dir, PackageProgress progress) {
    try {
      return new CountyPackageReader(dir, progress).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PackageReading read() throws IOException {
    Optional<Manifest> manifest = ManifestReader.read(dir, book);
    if (manifest.isEmpty()) {
      return new PackageReading(null, "", List.of(), book.notices());
    }
    List<FileSpec> specs = manifest.get().files();
    sayUnlisted(specs);
    CountyRows rows = new CountyRows(book);
    for (FileKind kind : FileKind.values()) {
      CountyRows.Kind reader = rows.begin(kind);
      for (FileSpec spec : specs) {
        if (spec.kind() == kind) {
          readFile(spec, reader);
        }
      }
      reader.finish();
    }
    var county = rows.county(manifest.get().head());
    List<FileCount> counts = specs.stream().map(this::count).toList();
    return new PackageReading(county, Fingerprint.of(dir, manifest.get()), counts, book.notices());
  }

  private void readFile(FileSpec spec, CountyRows.Kind reader) throws IOException {
    Path path = dir.resolve(spec.file());
    if (!Files.isRegularFile(path)) {
      List<String> details = new ArrayList<>(List.of(spec.file()));
      Likely.of(spec.file(), inFolder()).ifPresent(details::add);
      book.file(FileNotice.FILE_MISSING, spec.label(), details.toArray(String[]::new));
      return;
    }
    int before = book.notices().size();
    long[] rows = {0};
    Tables.read(
        path,
        spec,
        book,
        row -> {
          rows[0]++;
          if (!book.isBad(row.file(), row.number())) {
            reader.take(row, spec);
          }
          if (rows[0] % ROWS_PER_REPORT == 0) {
            progress.reached(spec.label(), rows[0]);
          }
        });
    rowsRead.put(spec.label(), rows[0]);
    progress.reached(spec.label(), rows[0]);
    if (rows[0] == 0 && book.notices().size() == before) {
      book.file(FileNotice.FILE_WITHOUT_ROWS, spec.label(), spec.file());
    }
  }

  private FileCount count(FileSpec spec) {
    long read = rowsRead.getOrDefault(spec.label(), 0L);
    long bad = Math.min(read, book.badRows(spec.label()));
    return new FileCount(spec.label(), spec.kind().code(), read, read - bad, bad);
  }

  private void sayUnlisted(List<FileSpec> specs) throws IOException {
    Set<String> listed = specs.stream().map(FileSpec::file).collect(Collectors.toSet());
    for (String name : inFolder()) {
      if (!listed.contains(name)) {
        book.file(PackageNotice.FILE_NOT_LISTED, name, name);
      }
    }
  }

  /// Data files in the folder itself, in order of name.
  private Set<String> inFolder() throws IOException {
    try (Stream<Path> inside = Files.list(dir)) {
      return inside
          .filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .filter(name -> Arrays.stream(DATA).anyMatch(name::endsWith))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static final String[] DATA = {".csv", ".xlsx", ".geojson", ".gpkg", ".pbf", ".shp"};
}
