package org.ronghe.sources.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.FileDirectoryEntry;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TiffReader;
import mil.nga.tiff.util.TiffException;
import org.ronghe.model.terrain.ElevationGrid;
import org.ronghe.sources.road.RoadFault;

/// A GeoTIFF of heights in degrees, north up; the first band counts.
final class GeoTiff {
  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC_TYPE = 2048;
  private static final long MOST_CELLS = 100_000_000;

  private GeoTiff() {}

  static ElevationGrid read(Path file) throws IOException, RoadFault {
    try {
      return of(file, TiffReader.readTiff(file.toFile()).getFileDirectories().getFirst());
    } catch (TiffException | IllegalStateException | IndexOutOfBoundsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static ElevationGrid of(Path file, FileDirectory image) throws RoadFault {
    List<Double> scale = image.getModelPixelScale();
    List<Double> tie = image.getModelTiepoint();
    if (scale == null || tie == null || scale.size() < 2 || tie.size() < 6) {
      throw new RoadFault(
          "dem-without-place",
          file + " 没有说明位置（ModelPixelScale、ModelTiepoint）。",
          file + " does not say where it lies (ModelPixelScale, ModelTiepoint).",
          "也许是普通图片，或带旋转的影像？请用 gdalwarp -t_srs EPSG:4326 转换。",
          "Maybe it is a plain picture, or turned? Convert it with gdalwarp -t_srs EPSG:4326.");
    }
    int model = key(image, MODEL_TYPE, 2);
    int system = key(image, GEOGRAPHIC_TYPE, 4326);
    boolean known = system == 4326 || system == 4490 || system == 4269 || system == 4258;
    if (model != 2 || !known) {
      throw new RoadFault(
          "dem-crs",
          "%s 不是 WGS-84 经纬度（GTModelType %d，坐标系 %d）。".formatted(file, model, system),
          "%s is not in WGS-84 degrees (GTModelType %d, system %d).".formatted(file, model, system),
          "请用 gdalwarp -t_srs EPSG:4326 转换。",
          "Convert it with gdalwarp -t_srs EPSG:4326.");
    }
    double half = key(image, RASTER_TYPE, 1) == 1 ? 0.5 : 0;
    double west = tie.get(3) + (half - tie.get(0)) * scale.get(0);
    double north = tie.get(4) - (half - tie.get(1)) * scale.get(1);
    return heights(file, image, west, north, scale);
  }

  private static ElevationGrid heights(
      Path file, FileDirectory image, double west, double north, List<Double> scale)
      throws RoadFault {
    int columns = image.getImageWidth().intValue();
    int rows = image.getImageHeight().intValue();
    if (columns < 2 || rows < 2 || (long) columns * rows > MOST_CELLS) {
      throw new RoadFault(
          "dem-size",
          "%s 有 %d × %d 个高程，太小或太大。".formatted(file, columns, rows),
          "%s has %d × %d heights: too few or too many.".formatted(file, columns, rows),
          "请裁剪到本县范围。",
          "Cut it down to the county.");
    }
    double nothing = nothing(image);
    Rasters rasters = image.readRasters();
    float[] height_m = new float[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double height = rasters.getFirstPixelSample(column, row).doubleValue();
        boolean known = height != nothing && height > -500 && height < 9000;
        height_m[row * columns + column] = known ? (float) height : Float.NaN;
      }
    }
    return new ElevationGrid(columns, rows, west, north, scale.get(0), scale.get(1), height_m);
  }

  private static double nothing(FileDirectory image) {
    FileDirectoryEntry entry = image.get(FieldTagType.GDAL_NODATA);
    if (entry == null || entry.getValues() == null) {
      return Double.NaN;
    }
    Object values = entry.getValues();
    Object first = values instanceof List<?> list && !list.isEmpty() ? list.getFirst() : values;
    try {
      return Double.parseDouble(first.toString().strip());
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  /// A short value of the directory of keys: groups of four numbers, the first the key, the last
  /// its value.
  private static int key(FileDirectory image, int wanted, int otherwise) {
    FileDirectoryEntry entry = image.get(FieldTagType.GeoKeyDirectory);
    if (entry != null && entry.getValues() instanceof List<?> numbers) {
      for (int i = 4; i + 3 < numbers.size(); i += 4) {
        if (numbers.get(i) instanceof Number key
            && key.intValue() == wanted
            && numbers.get(i + 3) instanceof Number value) {
          return value.intValue();
        }
      }
    }
    return otherwise;
  }
}
