package org.ronghe.office.tiles;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tiles asked for last, up to a number of bytes.
final class TileShelf {
  private final long limit_bytes;
  private final Map<Object, byte[]> tiles = new LinkedHashMap<>(256, 0.75f, true);
  private long held_bytes;

  TileShelf(long limit_bytes) {
    this.limit_bytes = limit_bytes;
  }

  synchronized byte @Nullable [] get(Object key) {
    return tiles.get(key);
  }

  synchronized void put(Object key, byte[] tile) {
    byte[] before = tiles.put(key, tile);
    held_bytes += tile.length - (before == null ? 0 : before.length);
    var oldest = tiles.entrySet().iterator();
    while (held_bytes > limit_bytes && oldest.hasNext()) {
      held_bytes -= oldest.next().getValue().length;
      oldest.remove();
    }
  }

  synchronized void clear() {
    tiles.clear();
    held_bytes = 0;
  }

  synchronized long held_bytes() {
    return held_bytes;
  }
}
