package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The map of the sample county as an officer's browser fetches it over a thin county line.
class SampleTilesTest {
  private static final int KB = 1000;

  @TempDir Path data;

  @Test
  void A01_the_densest_tile_of_each_zoom_is_small_enough_to_wait_for() {
    try (TestCounty county = TestCounty.start(data)) {
      Visitor admin = county.firstAdministrator();
      JsonNode box = admin.get("/api/v1/county").json().path("bbox");
      Map<Integer, Integer> densest_bytes = new LinkedHashMap<>();
      for (int z = 10; z <= 15; z++) {
        densest_bytes.put(z, densest_bytes(admin, box, z));
      }
      System.out.println("densest tile of the sample county, bytes by zoom: " + densest_bytes);
      assertThat(densest_bytes.values()).allSatisfy(size -> assertThat(size).isPositive());
      for (int z = 10; z <= 12; z++) {
        assertThat(densest_bytes.get(z)).as("zoom %d", z).isLessThan(250 * KB);
      }
      for (int z = 13; z <= 15; z++) {
        assertThat(densest_bytes.get(z)).as("zoom %d", z).isLessThan(300 * KB);
      }
    }
  }

  private static int densest_bytes(Visitor visitor, JsonNode box, int z) {
    int most = 0;
    int bottom = row(box.get(1).asDouble(), z);
    int right = column(box.get(2).asDouble(), z);
    for (int y = row(box.get(3).asDouble(), z); y <= bottom; y++) {
      for (int x = column(box.get(0).asDouble(), z); x <= right; x++) {
        var tile = visitor.download("/tiles/" + z + "/" + x + "/" + y + ".mvt");
        assertThat(tile.statusCode()).isEqualTo(200);
        most = Math.max(most, tile.body().length);
      }
    }
    return most;
  }

  private static int column(double lon, int z) {
    return (int) Math.floor((lon + 180) / 360 * (1 << z));
  }

  private static int row(double lat, int z) {
    double radians = Math.toRadians(lat);
    double mercator = Math.log(Math.tan(radians) + 1 / Math.cos(radians));
    return (int) Math.floor((1 - mercator / Math.PI) / 2 * (1 << z));
  }
}
