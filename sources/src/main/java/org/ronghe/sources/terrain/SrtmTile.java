package org.ronghe.sources.terrain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronghe.model.terrain.ElevationGrid;
import org.ronghe.sources.road.RoadFault;

/// A tile of one degree: big-endian 16-bit metres, rows from the north, the first and last rows and
/// columns on the tile's edges; the name says the south-west corner.
final class SrtmTile {
  private static final Pattern NAME = Pattern.compile("([ns])(\\d{2})([ew])(\\d{3}).*\\.hgt.*");
  private static final short NOTHING = -32768;

  private SrtmTile() {}

  static ElevationGrid of(Path file, String name, byte[] bytes) throws RoadFault {
    Matcher at = NAME.matcher(name);
    if (!at.matches()) {
      throw new RoadFault(
          "dem-name",
          file + " 的名称 " + name + " 没有说是哪一度。",
          file + " is called " + name + ", which does not say which degree it is.",
          "SRTM 文件应叫 N42E001.hgt 这样的名称。",
          "An SRTM tile is called N42E001.hgt or the like.");
    }
    int side = (int) Math.round(Math.sqrt(bytes.length / 2.0));
    if (side < 2 || bytes.length != 2L * side * side) {
      throw new RoadFault(
          "dem-damaged",
          "%s 有 %,d 字节，不是方形的一度（1201² 或 3601² 个高程）。".formatted(file, bytes.length),
          "%s has %,d bytes, which is no square tile (1201² or 3601² heights)."
              .formatted(file, bytes.length),
          "也许没有下载完？",
          "Maybe the download was cut short?");
    }
    double south = Integer.parseInt(at.group(2)) * (at.group(1).equals("s") ? -1.0 : 1.0);
    double west = Integer.parseInt(at.group(4)) * (at.group(3).equals("w") ? -1.0 : 1.0);
    ShortBuffer heights = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).asShortBuffer();
    float[] height_m = new float[side * side];
    for (int i = 0; i < height_m.length; i++) {
      short height = heights.get(i);
      height_m[i] = height == NOTHING ? Float.NaN : height;
    }
    double step = 1.0 / (side - 1);
    return new ElevationGrid(side, side, west, south + 1, step, step, height_m);
  }
}
