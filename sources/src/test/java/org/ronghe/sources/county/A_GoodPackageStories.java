package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ronghe.sources.county.PackageFolder.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKey;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.point.MeasuringPoint;

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

  @Test
  void A04_what_is_made_up_says_so() {
    String synthetic = entry("b.csv", "boundaries", "WGS-84").replace("false", "true");
    PackageFolder folder =
        new PackageFolder(dir)
            .county(synthetic, entry("people.csv", "people", "none"))
            .file(
                "b.csv",
                """
                code,issuer,vintage,wkt
                140404101,NBS,2023-06-30,"POLYGON ((113 36, 113.1 36, 113.1 36.1, 113 36))"
                """)
            .file(
                "people.csv",
                """
                division,census_date,sex,age_from,age_to,count,synthetic
                140404,2020-11-01,all,0,120,319660,
                140404101,2020-11-01,all,0,120,43109,是
                """);
    String yaml = "notice: {zh: 边界是合成的。, en: Boundaries are synthetic.}\n";
    folder.append("county.yaml", yaml);
    PackageReading reading = folder.read();

    assertThat(reading.notices()).isEmpty();
    County county = reading.county().orElseThrow();
    assertThat(county.head().synthetic()).isTrue();
    assertThat(county.head().noticeZh()).isEqualTo("边界是合成的。");
    assertThat(county.divisions())
        .extracting(division -> division.provenance().synthetic())
        .containsExactly(false, true, false);
    assertThat(county.divisions().get(1).provenance().source())
        .isEqualTo("测试; 边界合成 (boundary synthetic): 测试");
    assertThat(county.people())
        .extracting(count -> count.provenance().synthetic())
        .containsExactly(false, true);
  }

  @Test
  void A05_a_point_without_a_position_stands_where_its_owner_does() throws IOException {
    CountyTemplate.write(dir);
    County county = new PackageFolder(dir).read().county().orElseThrow();

    assertThat(county.points()).extracting(MeasuringPoint::id).startsWith("T1.R.001.CH4");
    MeasuringPoint methane = county.points().getFirst();
    assertThat(methane.owner().chainage_m()).isEqualTo(90);
    assertThat(methane.location().getX()).isCloseTo(113.051, within(1e-5));
    assertThat(methane.location().getY()).isCloseTo(36.05, within(1e-9));
    assertThat(county.tunnels().getFirst().length_m()).isCloseTo(360.5, within(0.5));
    assertThat(county.links().get(1).geometry().getNumPoints()).isEqualTo(2);
    assertThat(county.links().get(1).compartmentId()).isEqualTo("T1.G");
  }

  @Test
  void A06_one_made_up_row_marks_the_county() {
    PackageReading reading =
        new PackageFolder(dir)
            .county(entry("people.csv", "people", "none"))
            .file(
                "people.csv",
                """
                division,census_date,sex,age_from,age_to,count,synthetic
                140404,2020-11-01,all,0,120,319660,否
                140404101,2020-11-01,all,0,120,\u00A043109 ,是
                """)
            .read();

    assertThat(reading.notices()).isEmpty();
    County county = reading.county().orElseThrow();
    assertThat(county.head().synthetic()).isTrue();
    assertThat(county.head().noticeEn()).isEqualTo("Some of the data is synthetic, not real.");
    assertThat(county.people()).extracting(PeopleCount::count).containsExactly(319660L, 43109L);
  }
}
