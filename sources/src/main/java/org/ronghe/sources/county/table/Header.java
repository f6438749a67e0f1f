package org.ronghe.sources.county.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.sources.county.manifest.FileKind.Field;
import org.ronghe.sources.county.manifest.FileKind.Shape;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeBook;

/// Which column holds which field.
final class Header {
  private final FileSpec spec;
  private final Map<String, Integer> columnOfField = new HashMap<>();

  private Header(FileSpec spec) {
    this.spec = spec;
  }

  /// Holds the columns of the file against the fields its kind needs; empty when one is missing.
  ///
  /// @param spatial true when the geometry comes with the row and needs no column
  static Optional<Header> of(
      List<String> columns, FileSpec spec, boolean spatial, NoticeBook book) {
    Map<String, Integer> places = new HashMap<>();
    boolean good = true;
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).strip();
      if (!name.isEmpty() && places.putIfAbsent(name, i) != null) {
        header(book, spec, FileNotice.COLUMN_TWICE, name, name);
        good = false;
      }
    }
    Header header = new Header(spec);
    List<String> wanted = wanted(spec, spatial);
    wanted.forEach(field -> header.find(field, places));
    good &= header.nothingMissing(spatial, places.keySet(), book);
    header.sayUnused(wanted, places.keySet(), book);
    return good ? Optional.of(header) : Optional.empty();
  }

  private static List<String> wanted(FileSpec spec, boolean spatial) {
    Stream<String> fields = spec.kind().fields().stream().map(Field::name);
    Stream<String> geometry = spatial ? Stream.of() : Stream.of("lon", "lat", "wkt");
    return Stream.of(fields, geometry, Stream.of("synthetic")).flatMap(s -> s).toList();
  }

  private void find(String field, Map<String, Integer> places) {
    Integer place = places.get(spec.column(field));
    if (place == null && !spec.columns().containsKey(field)) {
      place =
          places.entrySet().stream()
              .filter(column -> column.getKey().equalsIgnoreCase(field))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
    }
    if (place != null) {
      columnOfField.put(field, place);
    }
  }

  private boolean nothingMissing(boolean spatial, Set<String> columns, NoticeBook book) {
    List<String> missing = new ArrayList<>();
    for (Field field : spec.kind().fields()) {
      if (field.required() && lacks(field.name())) {
        missing.add(field.name());
      }
    }
    Shape shape = spec.kind().shape();
    if (!spatial && shape.isRequired() && lacks("wkt")) {
      Stream<String> needed = shape.isPosition() ? Stream.of("lon", "lat") : Stream.of("wkt");
      needed.filter(this::lacks).forEach(missing::add);
    }
    Set<String> free = new HashSet<>(columns);
    columnOfField.keySet().forEach(field -> free.remove(spec.column(field)));
    for (String field : missing) {
      List<String> details = new ArrayList<>(List.of(spec.column(field)));
      Likely.of(field, free).ifPresent(details::add);
      header(book, spec, FileNotice.COLUMN_MISSING, field, details.toArray(String[]::new));
    }
    return missing.isEmpty();
  }

  private boolean lacks(String field) {
    return !columnOfField.containsKey(field) && !spec.defaults().containsKey(field);
  }

  /// A column nobody asked for is only worth a word when it looks like a slip of the hand.
  private void sayUnused(List<String> wanted, Set<String> columns, NoticeBook book) {
    List<String> unset =
        wanted.stream().filter(field -> !columnOfField.containsKey(field)).toList();
    Set<String> used = new HashSet<>();
    columnOfField.keySet().forEach(field -> used.add(spec.column(field)));
    for (String column : columns.stream().sorted().toList()) {
      if (!used.contains(column) && !wanted.contains(column)) {
        Likely.of(column, unset)
            .filter(likely -> !likely.equalsIgnoreCase(column))
            .ifPresent(
                likely -> header(book, spec, FileNotice.COLUMN_UNUSED, column, column, likely));
      }
    }
  }

  private static void header(
      NoticeBook book, FileSpec spec, FileNotice kind, String field, String... details) {
    book.add(new Notice(kind, spec.label(), 0, field, "", List.of(details)));
  }

  /// Without the space around it, also the unbreakable kind that comes from web pages and Word.
  private static String clean(String cell) {
    return cell.replace('\u00A0', ' ').strip();
  }

  /// A row of these columns.
  Row row(long number, List<String> cells, @Nullable Geometry geometry) {
    return new CellRow(this, number, cells, geometry);
  }

  private record CellRow(
      Header header, long number, List<String> cells, @Nullable Geometry geometry) implements Row {
    @Override
    public String file() {
      return header.spec.label();
    }

    @Override
    public String text(String field) {
      Integer column = header.columnOfField.get(field);
      String text = column == null || column >= cells.size() ? "" : clean(cells.get(column));
      return text.isEmpty() ? header.spec.defaults().getOrDefault(field, "") : text;
    }
  }
}
