package org.ronghe.office.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.postgres.TestOffice;
import org.ronghe.office.register.SmallCounty;

/// GDAL as a client that is not ours (QGIS reads through the same library). Without GDAL on the
/// machine the suite says so and passes.
class GdalTest {
  @TempDir static Path folder;
  private static TestOffice office;

  @BeforeAll
  static void open() {
    boolean there = Files.isExecutable(Path.of("/usr/bin/ogrinfo"));
    assumeTrue(there, "GDAL is not installed (Debian: gdal-bin): its checks are left out");
    office = TestOffice.with(SmallCounty.county());
  }

  @AfterAll
  static void close() {
    if (office != null) {
      office.close();
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GDAL_HTTP_TIMEOUT", "20");
    builder.environment().keySet().removeIf(name -> name.toLowerCase().endsWith("_proxy"));
    Process process = builder.redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", List.of(command)).isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  @Test
  void A01_a_stranger_sees_the_open_layers() throws Exception {
    assertThat(run("ogrinfo", "-ro", "OAPIF:" + office.address("/ogc")))
        .contains("divisions", "places", "facilities", "roads")
        .doesNotContain("ERROR", "points");
  }

  @Test
  void A02_a_viewer_reads_points_page_by_page() throws Exception {
    String seen =
        run(
            "ogrinfo",
            "-ro",
            "-al",
            "-oo",
            "USERPWD=vera:vera-secret",
            "-oo",
            "PAGE_SIZE=2",
            "OAPIF:" + office.address("/ogc"),
            "points");
    assertThat(seen)
        .contains("Feature Count: 4", "T1.G.001.CH4", "H.CB.N1.PRES", "POINT (113.001 36.0)")
        .doesNotContain("ERROR");
  }

  @Test
  void A03_a_box_is_cut_out_into_a_file() throws Exception {
    Path file = folder.resolve("places.geojson");
    String said =
        run(
            "ogr2ogr",
            "-f",
            "GeoJSON",
            file.toString(),
            "OAPIF:" + office.address("/ogc"),
            "places",
            "-spat",
            "113",
            "36",
            "113.05",
            "36.05");
    assertThat(said).doesNotContain("ERROR");
    assertThat(Files.readString(file)).contains("黎岭村").doesNotContain("长子门村");
  }

  @Test
  void A04_a_filter_by_property_is_answered() throws Exception {
    assertThat(
            run(
                "ogrinfo",
                "-ro",
                "-al",
                "-where",
                "name = '长子门村'",
                "OAPIF:" + office.address("/ogc"),
                "places"))
        .contains("Feature Count: 1", "P-2");
  }
}
