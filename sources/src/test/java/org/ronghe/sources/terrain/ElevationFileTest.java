package org.ronghe.sources.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.terrain.ElevationGrid;
import org.ronghe.sources.road.RoadFault;

/// Heights from a tile of nine to the Pyrenees.
class ElevationFileTest {
  @TempDir private Path folder;

  private static Path reference(String file) {
    String named = System.getenv("RONGHE_REFERENCE");
    Path path = Path.of(named == null ? "../../shared/data" : named).resolve(file);
    assumeThat(path)
        .as("reference data is not here: set RONGHE_REFERENCE to read " + file)
        .isRegularFile();
    return path;
  }

  private Path tile(String name, int... heights) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * heights.length);
    for (int height : heights) {
      bytes.putShort((short) height);
    }
    return Files.write(folder.resolve(name), bytes.array());
  }

  @Test
  void A01_a_tile_runs_from_the_north_west_and_its_name_says_the_south_west()
      throws IOException, RoadFault {
    ElevationGrid grid = ElevationFile.read(tile("S02W003.hgt", 1, 2, 3, 4, -32768, 6, 7, 8, 9));

    assertThat(grid.west()).isEqualTo(-3);
    assertThat(grid.north()).isEqualTo(-1);
    assertThat(grid.stepLat()).isEqualTo(0.5);
    assertThat(grid.height_m()).containsExactly(1, 2, 3, 4, Float.NaN, 6, 7, 8, 9);
    assertThat(grid.lat(2)).isEqualTo(-2);
  }

  @Test
  void A02_a_tile_cut_short_or_wrongly_named_is_refused() throws IOException {
    Path cut = tile("N36E113.hgt", 1, 2, 3);
    assertThatThrownBy(() -> ElevationFile.read(cut)).hasMessageContaining("no square tile");
    Path nameless = tile("heights.hgt", 1, 2, 3, 4);
    assertThatThrownBy(() -> ElevationFile.read(nameless)).hasMessageContaining("which degree");
    Path noTiff = Files.writeString(folder.resolve("a.tif"), "not a tiff at all");
    assertThatThrownBy(() -> ElevationFile.read(noTiff)).isInstanceOf(RoadFault.class);
  }

  /// Coma Pedrosa, 42.5917° N 1.4443° E, is 2,942 m high; Andorra la Vella, 42.5063° N 1.5218° E,
  /// lies at about 1,020 m (both as maps say).
  @Test
  void B01_the_pyrenees_are_as_high_as_maps_say() throws RoadFault {
    ElevationGrid grid = ElevationFile.read(reference("county/fallback/N42E001.hgt.zip"));

    assertThat(grid.columns()).isEqualTo(1201);
    assertThat(highest(grid, 1.4443, 42.5917, 3)).isCloseTo(2942, within(60f));
    assertThat(highest(grid, 1.5218, 42.5063, 0)).isCloseTo(1020, within(60f));
  }

  /// Porto Alegre lies by the water; its hills are below 320 m (Morro Santana, 311 m).
  @Test
  void B02_a_geotiff_lies_where_it_says() throws RoadFault {
    ElevationGrid grid = ElevationFile.read(reference("plan/r5r_poa/poa_elevation.tif"));

    assertThat(grid.columns()).isEqualTo(413);
    assertThat(grid.rows()).isEqualTo(403);
    // pixels are areas: the first centre is half a pixel from the corner
    assertThat(grid.west()).isCloseTo(-51.254861111 + 0.5 / 3600, within(1e-9));
    assertThat(grid.north()).isCloseTo(-29.997638889 - 0.5 / 3600, within(1e-9));
    assertThat(highest(grid, -51.2, -30.05, 200)).isBetween(100f, 320f);
  }

  private static float highest(ElevationGrid grid, double lon, double lat, int around) {
    int column = (int) Math.round((lon - grid.west()) / grid.stepLon());
    int row = (int) Math.round((grid.north() - lat) / grid.stepLat());
    float highest = -1000;
    for (int r = Math.max(0, row - around); r <= Math.min(grid.rows() - 1, row + around); r++) {
      for (int c = Math.max(0, column - around);
          c <= Math.min(grid.columns() - 1, column + around);
          c++) {
        highest = Math.max(highest, grid.height_m()[r * grid.columns() + c]);
      }
    }
    return highest;
  }
}
