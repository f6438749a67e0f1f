package org.ronghe.sources.terrain;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.ronghe.sources.road.RoadFault;

/// Reads what cannot be crossed on foot: GeoJSON lines and areas, WGS-84.
public final class BarrierFile {
  private BarrierFile() {}

  /// @throws RoadFault when the file is no GeoJSON or holds neither lines nor areas
  public static List<Geometry> read(Path file) throws RoadFault {
    Geometry all;
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      all = new GeoJsonReader().read(reader);
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new RoadFault(
          "barriers-unreadable",
          file + " 读不了，或不是 GeoJSON：" + e.getMessage(),
          file + " cannot be read, or is no GeoJSON: " + e.getMessage(),
          "",
          "");
    }
    List<Geometry> parts = new ArrayList<>();
    if (all != null) {
      for (int i = 0; i < all.getNumGeometries(); i++) {
        parts.add(all.getGeometryN(i));
      }
    }
    boolean points = parts.stream().anyMatch(part -> part.getDimension() < 1);
    boolean degrees =
        parts.stream()
            .map(Geometry::getEnvelopeInternal)
            .allMatch(box ->
                box.isNull()
                    || Math.max(Math.abs(box.getMaxX()), Math.abs(box.getMinX())) <= 180
                        && Math.abs(box.getMaxY()) <= 90);
    if (parts.isEmpty() || points || !degrees) {
      throw new RoadFault(
          "barriers-kind",
          file + (degrees ? " 应只有线和面。" : " 不是 WGS-84 经纬度。"),
          file + (degrees ? " must hold lines and areas only." : " is not in WGS-84 degrees."),
          "",
          "");
    }
    return parts;
  }
}
