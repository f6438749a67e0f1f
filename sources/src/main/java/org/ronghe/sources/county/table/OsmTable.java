package org.ronghe.sources.county.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.ronghe.sources.county.manifest.FileKind;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.NoticeBook;

/// An OpenStreetMap extract: its highways as roads, or its place nodes as places. The row of a
/// notice is the OSM id.
final class OsmTable implements Table {
  private static final GeometryFactory MAKE = new GeometryFactory(new PrecisionModel(), 4326);

  /// How Chinese mappers use the highway tag, in our words. What is not here (paths, steps, roads
  /// being built) is no road.
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("motorway", "motorway"),
          Map.entry("motorway_link", "motorway"),
          Map.entry("trunk", "national"),
          Map.entry("trunk_link", "national"),
          Map.entry("primary", "provincial"),
          Map.entry("primary_link", "provincial"),
          Map.entry("secondary", "county"),
          Map.entry("secondary_link", "county"),
          Map.entry("tertiary", "township"),
          Map.entry("tertiary_link", "township"),
          Map.entry("unclassified", "village"),
          Map.entry("residential", "street"),
          Map.entry("living_street", "street"),
          Map.entry("service", "street"),
          Map.entry("track", "village"));

  @Override
  public void read(Path path, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws IOException {
    boolean roads = spec.kind() == FileKind.ROADS;
    if (!roads && spec.kind() != FileKind.PLACES) {
      book.file(FileNotice.FILE_FORMAT_UNSUITABLE, spec.label(), spec.kind().code(), ".osm.pbf");
      return;
    }
    List<String> columns =
        roads ? List.of("id", "name", "class", "width_m") : List.of("id", "name", "kind");
    Optional<Header> header = Header.of(columns, spec, true, book);
    if (header.isEmpty()) {
      return;
    }
    try {
      if (roads) {
        roads(path, header.get(), rows);
      } else {
        places(path, header.get(), rows);
      }
    } catch (IOException e) {
      book.file(
          FileNotice.FILE_UNREADABLE, spec.label(), spec.file(), String.valueOf(e.getMessage()));
    }
  }

  private static void places(Path path, Header header, Consumer<Row> rows) throws IOException {
    OsmFile.nodes(
        path,
        node -> {
          String kind = node.tags().get("place");
          String name = name(node.tags());
          if (kind != null && name != null) {
            rows.accept(
                header.row(
                    node.id(),
                    List.of("n" + node.id(), name, kind),
                    MAKE.createPoint(node.coordinate())));
          }
        });
  }

  private static void roads(Path path, Header header, Consumer<Row> rows) throws IOException {
    OsmFile.ways(
        path,
        tags -> CLASSES.containsKey(tags.getOrDefault("highway", "")),
        (way, line) -> {
          if (line.length >= 2) {
            rows.accept(header.row(way.id(), cells(way), line(line)));
          }
        });
  }

  private static LineString line(Coordinate[] line) {
    return MAKE.createLineString(line);
  }

  private static List<String> cells(OsmFile.Way way) {
    Map<String, String> tags = way.tags();
    String name = name(tags);
    String label = name != null ? name : tags.getOrDefault("ref", "w" + way.id());
    String width = tags.getOrDefault("width", "");
    return List.of(
        "w" + way.id(),
        label,
        CLASSES.getOrDefault(tags.getOrDefault("highway", ""), ""),
        width.matches("\\d+(\\.\\d+)?") ? width : "");
  }

  private static @Nullable String name(Map<String, String> tags) {
    String name = tags.getOrDefault("name:zh", tags.getOrDefault("name", ""));
    return name.isBlank() ? null : name;
  }
}
