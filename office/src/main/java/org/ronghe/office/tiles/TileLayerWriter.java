package org.ronghe.office.tiles;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// Writes one layer of a tile (Mapbox Vector Tile specification 2.1): features with their tags, and
/// each key and value once.
final class TileLayerWriter {
  private static final int VERSION = 2;

  private final String name;
  private final WireBytes features = new WireBytes(1 << 14);
  private final WireBytes keys = new WireBytes(128);
  private final WireBytes values = new WireBytes(1 << 12);
  private final Map<String, Integer> keyIndex = new HashMap<>();
  private final Map<Object, Integer> valueIndex = new HashMap<>();
  private final WireBytes tags = new WireBytes(64);
  private final WireBytes feature = new WireBytes(256);
  private final WireBytes value = new WireBytes(64);
  private final GeometryCommands commands = new GeometryCommands();

  TileLayerWriter(String name) {
    this.name = name;
  }

  /// A property of the feature that [#end] will write; null is left out.
  void tag(String key, @Nullable Object content) {
    if (content == null) {
      return;
    }
    tags.varint(keyNumber(key)).varint(valueNumber(content));
  }

  /// Ends a feature. One whose geometry vanishes at this zoom is left out.
  void end(Geometry inTileUnits) {
    if (commands.encode(inTileUnits)) {
      feature.clear();
      feature.field(2, tags).varintField(3, commands.type()).field(4, commands.bytes());
      features.field(2, feature);
    }
    tags.clear();
  }

  private int keyNumber(String key) {
    Integer known = keyIndex.get(key);
    if (known != null) {
      return known;
    }
    keys.textField(3, key);
    keyIndex.put(key, keyIndex.size());
    return keyIndex.size() - 1;
  }

  private int valueNumber(Object content) {
    Integer known = valueIndex.get(content);
    if (known != null) {
      return known;
    }
    value.clear();
    switch (content) {
      case Double number -> value.doubleField(3, number);
      case Long number -> value.varintField(4, number);
      case Boolean truth -> value.varintField(7, truth ? 1 : 0);
      default -> value.textField(1, content.toString());
    }
    values.field(4, value);
    valueIndex.put(content, valueIndex.size());
    return valueIndex.size() - 1;
  }

  /// Adds the layer to a tile, unless nothing is in it.
  void writeTo(WireBytes tile) {
    if (features.isEmpty()) {
      return;
    }
    var layer = new WireBytes(1 << 14);
    layer.varintField(15, VERSION).textField(1, name);
    layer.append(features);
    layer.append(keys);
    layer.append(values);
    layer.varintField(5, TileAddress.EXTENT);
    tile.field(3, layer);
  }
}
