package org.ronghe.office.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.place.Place;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.atlas.Feature;

/// Where to write the name of each division: inside its boundary, or in the middle of its villages
/// where no boundary is known.
final class DivisionLabels {
  static final String NAME = "division-labels";
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Label> labels;

  private record Label(Point at, Division division) {}

  DivisionLabels(Atlas atlas) {
    List<Place> places = rows(atlas, "places", Place.class);
    List<Label> all = new ArrayList<>();
    for (Division division : rows(atlas, "divisions", Division.class)) {
      Point at = at(division, places);
      if (at != null) {
        all.add(new Label(at, division));
      }
    }
    labels = List.copyOf(all);
  }

  private static <T> List<T> rows(Atlas atlas, String layer, Class<T> type) {
    return atlas.layer(layer).orElseThrow().features().stream()
        .map(Feature::row)
        .map(type::cast)
        .toList();
  }

  private static @Nullable Point at(Division division, List<Place> places) {
    Geometry boundary = division.geometry();
    if (boundary != null && !boundary.isEmpty()) {
      return boundary.getInteriorPoint();
    }
    double lon = 0;
    double lat = 0;
    int count = 0;
    for (Place place : places) {
      if (place.divisionCode().startsWith(division.code())) {
        lon += place.location().getX();
        lat += place.location().getY();
        count++;
      }
    }
    return count == 0 ? null : FACTORY.createPoint(new Coordinate(lon / count, lat / count));
  }

  void writeTo(WireBytes tile, TileAddress address) {
    var layer = new TileLayerWriter(NAME);
    var geometry = new TileGeometry(address);
    Envelope box = address.degrees(TileGeometry.BUFFER_units);
    for (Label label : labels) {
      Division division = label.division();
      if (address.z() < fromZoom(division.level()) || !box.contains(label.at().getCoordinate())) {
        continue;
      }
      Geometry at = geometry.of(label.at());
      if (at != null) {
        layer.tag("code", division.code());
        layer.tag("name", division.name());
        layer.tag("name_en", division.nameEn());
        layer.tag("level", division.level().name().toLowerCase(Locale.ROOT));
        layer.tag("synthetic", division.provenance().synthetic());
        layer.end(at);
      }
    }
    layer.writeTo(tile);
  }

  private static int fromZoom(DivisionLevel level) {
    return switch (level) {
      case PROVINCE, PREFECTURE, COUNTY -> 0;
      case TOWNSHIP -> 8;
      case VILLAGE -> 11;
    };
  }
}
