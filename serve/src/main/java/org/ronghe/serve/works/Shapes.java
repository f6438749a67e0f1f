package org.ronghe.serve.works;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Shapes as GeoJSON, WGS-84.
public final class Shapes {
  private Shapes() {}

  /// A line or an area within the range of longitudes and latitudes; empty for anything else.
  public static Optional<Geometry> read(JsonNode geoJson) {
    if (!geoJson.isObject()) {
      return Optional.empty();
    }
    try {
      Geometry shape = new GeoJsonReader().read(geoJson.toString());
      boolean fits =
          !shape.isEmpty()
              && shape.isValid()
              && shape.getDimension() > 0
              && Math.abs(shape.getEnvelopeInternal().getMinX()) <= 180
              && Math.abs(shape.getEnvelopeInternal().getMaxX()) <= 180
              && Math.abs(shape.getEnvelopeInternal().getMinY()) <= 90
              && Math.abs(shape.getEnvelopeInternal().getMaxY()) <= 90;
      return fits ? Optional.of(shape) : Optional.empty();
    } catch (ParseException
        | IllegalArgumentException
        | NullPointerException
        | ClassCastException e) {
      return Optional.empty(); // whatever the reader stumbles over is no shape
    }
  }

  public static JsonNode write(Geometry shape, JsonMapper json) {
    GeoJsonWriter writer = new GeoJsonWriter(7);
    writer.setEncodeCRS(false);
    return json.readTree(writer.write(shape));
  }
}
