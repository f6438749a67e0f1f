package org.ronghe.office.ogc;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes features as GeoJSON (RFC 7946), in the axis order of the CRS asked for.
final class GeoJson {
  private final JsonGenerator json;
  private final Crs crs;
  private final ByteArrayOutputStream bytes;

  private GeoJson(JsonMapper mapper, Crs crs) {
    this.bytes = new ByteArrayOutputStream(1 << 16);
    this.json = mapper.createGenerator(bytes);
    this.crs = crs;
  }

  static <T> byte[] page(
      JsonMapper mapper,
      Crs crs,
      Layer<T> layer,
      ItemsQuery.Page<T> page,
      String timeStamp,
      List<Link> links) {
    var out = new GeoJson(mapper, crs);
    out.json.writeStartObject();
    out.json.writeStringProperty("type", "FeatureCollection");
    out.json.writeStringProperty("timeStamp", timeStamp);
    out.json.writeNumberProperty("numberMatched", page.matched());
    out.json.writeNumberProperty("numberReturned", page.features().size());
    out.links(links);
    out.json.writeName("features");
    out.json.writeStartArray();
    for (Feature<T> feature : page.features()) {
      out.feature(layer, feature, List.of());
    }
    out.json.writeEndArray();
    out.json.writeEndObject();
    return out.done();
  }

  static <T> byte[] one(
      JsonMapper mapper, Crs crs, Layer<T> layer, Feature<T> feature, List<Link> links) {
    var out = new GeoJson(mapper, crs);
    out.feature(layer, feature, links);
    return out.done();
  }

  private byte[] done() {
    json.close();
    return bytes.toByteArray();
  }

  private <T> void feature(Layer<T> layer, Feature<T> feature, List<Link> links) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", feature.id());
    if (!links.isEmpty()) {
      links(links);
    }
    json.writeName("geometry");
    geometry(feature.geometry());
    json.writeName("properties");
    json.writeStartObject();
    for (Field<T> field : layer.fields()) {
      json.writeName(field.name());
      value(field.value().apply(feature.row()));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      case Double _ -> json.writeNull();
      case Long number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }

  private void links(List<Link> links) {
    json.writeName("links");
    json.writeStartArray();
    for (Link link : links) {
      json.writeStartObject();
      json.writeStringProperty("href", link.href());
      json.writeStringProperty("rel", link.rel());
      json.writeStringProperty("type", link.type());
      json.writeStringProperty("title", link.title());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void geometry(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("type", geometry.getGeometryType());
    json.writeName(
        geometry.getGeometryType().equals("GeometryCollection") ? "geometries" : "coordinates");
    content(geometry);
    json.writeEndObject();
  }

  private void content(Geometry geometry) {
    switch (geometry) {
      case Point point -> position(point.getCoordinateSequence(), 0);
      case LineString line -> positions(line.getCoordinateSequence());
      case Polygon polygon -> polygon(polygon);
      case GeometryCollection parts -> parts(parts);
      default -> throw new IllegalArgumentException(geometry.getGeometryType());
    }
  }

  private void parts(GeometryCollection parts) {
    boolean mixed = parts.getGeometryType().equals("GeometryCollection");
    json.writeStartArray();
    for (int i = 0; i < parts.getNumGeometries(); i++) {
      if (mixed) {
        geometry(parts.getGeometryN(i));
      } else {
        content(parts.getGeometryN(i));
      }
    }
    json.writeEndArray();
  }

  private void polygon(Polygon polygon) {
    json.writeStartArray();
    positions(polygon.getExteriorRing().getCoordinateSequence());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      positions(polygon.getInteriorRingN(i).getCoordinateSequence());
    }
    json.writeEndArray();
  }

  private void positions(CoordinateSequence sequence) {
    json.writeStartArray();
    for (int i = 0; i < sequence.size(); i++) {
      position(sequence, i);
    }
    json.writeEndArray();
  }

  private void position(CoordinateSequence sequence, int i) {
    json.writeStartArray();
    json.writeNumber(crs.latitudeFirst() ? sequence.getY(i) : sequence.getX(i));
    json.writeNumber(crs.latitudeFirst() ? sequence.getX(i) : sequence.getY(i));
    json.writeEndArray();
  }
}
