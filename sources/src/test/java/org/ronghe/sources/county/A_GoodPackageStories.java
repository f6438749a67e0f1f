package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.sources.county.PackageFolder.entry;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKey;

/// Packages with nothing wrong, from the simplest county on.
class A_GoodPackageStories {
  @TempDir Path dir;

  @Test
  void A01_a_county_is_its_divisions() {
    PackageReading reading = new PackageFolder(dir).county().read();

    assertThat(reading.notices()).isEmpty();
    County county = reading.county().orElseThrow();
    assertThat(county.head().nameZh()).isEqualTo("上党区");
    assertThat(county.divisions()).extracting(Division::name).containsExactly("上党区", "韩店镇", "韩店村");
    assertThat(county.divisions().get(2).key())
        .isEqualTo(new DivisionKey("140404101001", "NBS", "2023-06-30"));
    assertThat(reading.files())
        .containsExactly(new FileCount("divisions.csv", "divisions", 3, 3, 0));
    assertThat(reading.fingerprint()).hasSize(64);
  }

  @Test
  void A02_a_place_in_gcj02_is_taken_to_wgs84() {
    PackageReading reading =
        new PackageFolder(dir)
            .county(entry("places.csv", "places", "GCJ-02"))
            .file(
                "places.csv",
                """
                id,name,kind,division,lon,lat
                P1,韩店村,village,140404101001,113.057,36.052
                """)
            .read();

    assertThat(reading.notices()).isEmpty();
    var location = reading.county().orElseThrow().places().getFirst().location();
    assertThat(113.057 - location.getX()).isBetween(0.0060, 0.0070);
    assertThat(36.052 - location.getY()).isBetween(-0.0010, 0.0010);
  }

  @Test
  void A03_a_table_from_a_chinese_excel() {
    String table =
        """
        \uFEFF编号;名称;经度;纬度
        P1;韩店村;113.05;36.05
        """;
    String more =
        "encoding: GB18030, separator: ';', columns: {id: 编号, name: 名称, lon: 经度, lat: 纬度},"
            + " defaults: {kind: village, division: '140404101001'}";
    PackageReading reading =
        new PackageFolder(dir)
            .county(entry("地点.csv", "places", "WGS-84", more))
            .file("地点.csv", table, Charset.forName("GB18030"))
            .read();

    assertThat(reading.notices()).isEmpty();
    assertThat(reading.county().orElseThrow().places())
        .singleElement()
        .matches(place -> place.name().equals("韩店村") && place.kind().equals("village"));
  }
}
