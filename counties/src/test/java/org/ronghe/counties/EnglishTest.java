package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.facility.Facility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.place.Place;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.road.Road;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.Tunnel;

/// What things of the sample county are called in English.
class EnglishTest {
  private final EnglishNames english = new EnglishNames(Facts.read());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          韩店村委会 | Handian Village
          韩店 | Handian
          长安 | Chang'an
          司马矿社区 | Simakuang Community
          经二路 | Jing'er Road
          中轴管廊 | Central Tunnel
          中轴管廊 电力舱 012 分区 | Central Tunnel · power compartment · section 12
          城北管廊 综合舱 001 分区 1 号照明 开关状态 | North Tunnel · general compartment · section 1 · lighting 1 · state
          城东管廊 燃气舱 003 分区 甲烷 2 号 | East Tunnel · gas compartment · section 3 · methane 2
          纬四街经三路东2 号雨水井 液位 | Storm drain manhole 2, Weisi Street east of Jingsan Road · level
          经一路纬二街路口燃气节点 压力 | Gas node, Jingyi Road at Wei'er Street · pressure
          至荫城供水干管 | Water main to Yincheng
          城南变—城西变 10 kV 联络线 | South Substation – West Substation 10 kV tie line
          苏店镇中心小学（示例） | Sudian Town Central Primary School (sample)
          """)
  void a01_names_read_as_english(String zh, String en) {
    assertThat(english.of(zh)).isEqualTo(en);
  }

  @Test
  void a02_a_word_nobody_translated_stops_the_generator() {
    assertThatThrownBy(() -> english.of("韩店飞机场"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("飞机场");
  }

  @Test
  void b01_every_name_of_the_package_has_english_without_a_chinese_character() {
    County county = Sample.COUNTY;
    Map<String, String> wrong = new LinkedHashMap<>();
    note(wrong, county.divisions(), Division::name, Division::nameEn);
    note(wrong, county.places(), Place::name, Place::nameEn);
    note(wrong, county.facilities(), Facility::name, Facility::nameEn);
    note(wrong, county.roads(), Road::name, Road::nameEn);
    note(wrong, county.tunnels(), Tunnel::name, Tunnel::nameEn);
    note(wrong, county.compartments(), Compartment::name, Compartment::nameEn);
    note(wrong, county.equipment(), Equipment::name, Equipment::nameEn);
    note(wrong, county.nodes(), NetworkNode::name, NetworkNode::nameEn);
    note(wrong, county.links(), NetworkLink::line, NetworkLink::lineEn);
    note(wrong, county.points(), MeasuringPoint::name, MeasuringPoint::nameEn);
    assertThat(wrong).isEmpty();
  }

  @Test
  void b02_every_state_has_its_english_label() {
    assertThat(Sample.COUNTY.points())
        .allSatisfy(point -> assertThat(point.statesEn()).hasSameSizeAs(point.states()));
    assertThat(Sample.COUNTY.points().stream().flatMap(point -> point.statesEn().stream()))
        .noneMatch(EnglishTest::hasHan);
  }

  @Test
  void b03_points_of_one_tunnel_keep_names_of_their_own() {
    Stream<String> names =
        Sample.COUNTY.points().stream()
            .filter(point -> point.id().startsWith("T1."))
            .map(MeasuringPoint::nameEn);
    assertThat(names).doesNotHaveDuplicates();
  }

  private static <T> void note(
      Map<String, String> wrong,
      List<T> rows,
      Function<T, String> name,
      Function<T, @Nullable String> nameEn) {
    for (T row : rows) {
      String en = nameEn.apply(row);
      if (en == null || hasHan(en)) {
        wrong.put(name.apply(row), String.valueOf(en));
      }
    }
  }

  private static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
