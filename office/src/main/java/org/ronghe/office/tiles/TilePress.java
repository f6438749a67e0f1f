package org.ronghe.office.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;

/// Makes tiles of one atlas.
final class TilePress {
  private final Atlas atlas;
  private final DivisionLabels labels;
  private final Detail detail;

  TilePress(Atlas atlas) {
    this.atlas = atlas;
    this.labels = new DivisionLabels(atlas);
    this.detail = new Detail(atlas);
  }

  /// One tile.
  ///
  /// @param staff false leaves out the layers that are not open to everyone
  byte[] tile(TileAddress address, boolean staff) {
    var tile = new WireBytes(1 << 15);
    for (MapLayer wanted : MapLayer.ALL) {
      if (address.z() >= wanted.fromZoom() && (staff || atlas.isOpen(wanted.source()))) {
        write(tile, address, wanted, atlas.layer(wanted.source()).orElseThrow());
      }
    }
    if (staff || atlas.isOpen("divisions")) {
      labels.writeTo(tile, address);
    }
    return tile.toArray();
  }

  private record Property<T>(String name, Field<T> field) {
    @Nullable Object of(T row) {
      return field.value().apply(row);
    }
  }

  private <T> void write(WireBytes tile, TileAddress address, MapLayer wanted, Layer<T> source) {
    List<Property<T>> properties = properties(wanted.properties(), source);
    var layer = new TileLayerWriter(wanted.name());
    var inTile = new TileGeometry(address);
    Envelope box = address.degrees(TileGeometry.BUFFER_units);
    for (Feature<T> feature : source.near(box)) {
      if (address.z() < detail.fromZoom(feature.row())) {
        continue;
      }
      Geometry degrees = feature.geometry();
      Geometry geometry = degrees == null ? null : inTile.of(degrees);
      if (geometry != null) {
        if (!wanted.properties().containsKey("id")) {
          layer.tag("id", feature.id());
        }
        for (Property<T> property : properties) {
          layer.tag(property.name(), property.of(feature.row()));
        }
        layer.end(geometry);
      }
    }
    layer.writeTo(tile);
  }

  private static <T> List<Property<T>> properties(Map<String, String> wanted, Layer<T> source) {
    List<Property<T>> properties = new ArrayList<>();
    wanted.forEach(
        (name, field) -> properties.add(new Property<>(name, source.field(field).orElseThrow())));
    return properties;
  }
}
