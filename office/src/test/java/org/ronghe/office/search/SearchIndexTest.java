package org.ronghe.office.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.model.county.County;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.register.LargeCounty;
import org.ronghe.office.register.SmallCounty;

/// What people type, and what they mean.
class SearchIndexTest {
  private static final SearchIndex SMALL = index(SmallCounty.county());
  private static final County LARGE_COUNTY = LargeCounty.county();
  private static final SearchIndex LARGE = index(LARGE_COUNTY);

  private static SearchIndex index(County county) {
    return new SearchIndex(Entries.of(county, Atlas.of(county), List.of()));
  }

  private static List<String> names(String typed) {
    return SMALL.find(typed, 10).stream().map(Hit::name).toList();
  }

  @Test
  void A00_points_that_a_replayed_log_brought_are_found_like_any_other() {
    County county = SmallCounty.county();
    MeasuringPoint like = county.points().getFirst();
    MeasuringPoint logged = renamed(like, "RP.SKAB.PRES", "环路压力");
    MeasuringPoint twin = renamed(like, like.id(), "同号");
    SearchIndex index =
        new SearchIndex(Entries.of(county, Atlas.of(county), List.of(logged, twin)));
    assertThat(index.find("hlyl", 10)).extracting(Hit::id).containsExactly("RP.SKAB.PRES");
    assertThat(index.find("rp.skab.pres", 10)).extracting(Hit::name).contains("环路压力");
    assertThat(index.find("同号", 10)).isEmpty();
  }

  private static MeasuringPoint renamed(MeasuringPoint like, String id, String name) {
    return new MeasuringPoint(
        id,
        name,
        like.utility(),
        like.owner(),
        like.profile(),
        like.quantity(),
        like.unit(),
        like.valueKind(),
        like.states(),
        like.rangeLow(),
        like.rangeHigh(),
        like.expectedInterval_s(),
        like.retention(),
        like.location(),
        like.provenance());
  }

  @ParameterizedTest
  @CsvSource({
    "黎岭村, 黎岭村",
    "岭, 黎岭村",
    "liling, 黎岭村",
    "lilingcun, 黎岭村",
    "LLC, 黎岭村",
    "lilingc, 黎岭村",
    "li岭, 黎岭村",
    "zhangzimen, 长子门村",
    "changzimen, 长子门村",
    "zzm, 长子门村",
    "zhzm, 长子门村",
    "shangdangqu, 上党区",
    "shang dang, 上党区",
    "sdq, 上党区",
    "rmyy, 上党区人民医院",
    "hospital, 上党区人民医院",
    "cbgr, 城北供热干线",
    "guangminglu, 光明路",
    "140404100, 韩店街道",
    "t1.g.002, 光明路管廊 综合舱 2区",
    "h-n1, 城北热源厂",
    "h-l1, H-L1",
    "T1.G.001.CH4, T1.G.001.CH4 测点"
  })
  void A01_first_comes_what_was_meant(String typed, String meant) {
    assertThat(names(typed)).first().isEqualTo(meant);
  }

  @Test
  void A02_the_whole_english_name_of_the_county_finds_it() {
    Hit hit = SMALL.find("shangdang district", 5).getFirst();
    assertThat(hit.kind()).isEqualTo("division");
    assertThat(hit.id()).isEqualTo("140404");
    assertThat(hit.lon()).isBetween(112.9, 113.2);
  }

  @Test
  void A03_exact_before_prefix_before_within() {
    assertThat(names("上党区")).startsWith("上党区", "上党区人民医院");
    assertThat(names("光明路").subList(0, 2)).containsExactly("光明路", "光明路管廊");
  }

  @Test
  void A04_a_tunnel_and_its_sections_come_before_their_points() {
    List<String> kinds = SMALL.find("T1", 20).stream().map(Hit::kind).toList();
    assertThat(kinds.getFirst()).isEqualTo("tunnel");
    assertThat(kinds.indexOf("section")).isLessThan(kinds.indexOf("point"));
  }

  @Test
  void B01_one_letter_wrong_still_finds_a_village() {
    assertThat(names("liilngcun")).containsExactly("黎岭村");
    assertThat(names("lilinhcun")).containsExactly("黎岭村");
    assertThat(names("lilngcun")).containsExactly("黎岭村");
  }

  @Test
  void B02_nonsense_and_blanks_find_nothing() {
    assertThat(names("xqzw")).isEmpty();
    assertThat(names("  ")).isEmpty();
  }

  @Test
  void B03_what_is_synthetic_says_so() {
    assertThat(SMALL.find("黎岭村", 1).getFirst().synthetic()).isTrue();
    assertThat(SMALL.find("上党区", 1).getFirst().synthetic()).isFalse();
  }

  @Property(tries = 50)
  void C01_every_point_is_first_under_its_own_id(
      @ForAll @IntRange(min = 0, max = LargeCounty.POINTS - 1) int index) {
    String id = LARGE_COUNTY.points().get(index).id();
    assertThat(LARGE.find(id, 1)).first().extracting(Hit::id).isEqualTo(id);
  }

  /// Time this thread worked: what others do on the machine does not count.
  private static long cpu_ns() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void D01_a_search_among_sixty_thousand_takes_milliseconds() {
    List<String> queries =
        List.of("lilingcun", "rmyy", "W.CD.P12345", "节点19", "xqzw", "gongshui", "cd", "长子", "jd");
    queries.forEach(q -> LARGE.find(q, 20));
    List<Long> times_ns = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      for (String query : queries) {
        long start_ns = cpu_ns();
        LARGE.find(query, 20);
        times_ns.add(cpu_ns() - start_ns);
      }
    }
    Collections.sort(times_ns);
    double p50_ms = times_ns.get(times_ns.size() / 2) / 1e6;
    double p99_ms = times_ns.get(times_ns.size() * 99 / 100) / 1e6;
    System.out.printf(
        "search of 60,000 names: p50 %.1f ms, p99 %.1f ms of work (bar 20)%n", p50_ms, p99_ms);
    assertThat(p50_ms).isLessThan(20);
  }
}
