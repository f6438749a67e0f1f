package org.ronghe.office.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.ronghe.model.county.County;
import org.ronghe.model.county.CountyHead;
import org.ronghe.model.pack.LimitOverride;
import org.ronghe.model.place.Place;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner.OwnerKind;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.postgres.TestPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A county comes in, stays, changes, and comes back after a restart.
class CountyRegisterTest {
  private final List<Object> events = new ArrayList<>();
  private DataSource database;
  private JdbcCountyRegister register;

  @BeforeEach
  void open() {
    database = TestPostgres.freshDatabase();
    register = restarted();
  }

  private JdbcCountyRegister restarted() {
    return new JdbcCountyRegister(
        new JdbcTemplate(database), new JdbcTransactionManager(database), events::add, audit());
  }

  private Audit audit() {
    return new Audit(JdbcClient.create(database));
  }

  private List<Audit.Entry> audited() {
    return audit().page(Audit.Filter.ALL, null, 10).items();
  }

  @Test
  void A01_before_the_first_import_there_is_no_county() {
    register.start();
    assertThat(register.county()).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void A02_the_first_import_adds_every_row() {
    ImportSummary summary = register.replace(SmallCounty.county(), "li");
    assertThat(summary.added())
        .containsEntry("county", 1)
        .containsEntry("divisions", 2)
        .containsEntry("points", 4)
        .containsEntry("people", 2);
    assertThat(summary.changed()).isEmpty();
    assertThat(summary.removed()).isEmpty();
    assertThat(events).containsExactly(new CountyReplaced(register.county().orElseThrow()));
  }

  @Test
  void A03_after_a_restart_the_county_is_equal_in_every_field() {
    register.replace(SmallCounty.county(), "li");
    County before = register.county().orElseThrow();
    County after = restarted().county().orElseThrow();
    assertThat(after).isEqualTo(before);
    assertThat(after.points()).containsExactlyInAnyOrderElementsOf(SmallCounty.county().points());
    assertThat(after.divisions().getFirst().provenance()).isEqualTo(SmallCounty.REAL);
    assertThat(after.places().getFirst().provenance().synthetic()).isTrue();
  }

  @Test
  void A04_at_start_up_the_county_is_told_once() {
    register.replace(SmallCounty.county(), "li");
    events.clear();
    JdbcCountyRegister next = restarted();
    assertThat(events).isEmpty();
    next.start();
    assertThat(events).containsExactly(new CountyReplaced(next.county().orElseThrow()));
  }

  @Test
  void B01_the_same_county_again_changes_nothing() {
    register.replace(SmallCounty.county(), "li");
    events.clear();
    assertThat(register.replace(SmallCounty.county(), "li").nothingChanged()).isTrue();
    assertThat(restarted().replace(SmallCounty.county(), "li").nothingChanged()).isTrue();
    assertThat(events).isEmpty();
  }

  @Test
  void B02_a_moved_village_a_new_point_and_a_closed_point_are_counted() {
    register.replace(SmallCounty.county(), "li");
    County old = SmallCounty.county();
    Place moved =
        new Place(
            "P-1", "黎岭村", "village", "140404100", SmallCounty.at(113.03, 36.02), SmallCounty.MADE);
    List<MeasuringPoint> points = new ArrayList<>(old.points().subList(1, 4));
    points.add(SmallCounty.point("T1.G.002.O2", OwnerKind.SECTION, "T1.G.002", 300, 113, 36));
    ImportSummary summary =
        register.replace(with(old, List.of(moved, old.places().get(1)), points), "li");
    assertThat(summary.added()).isEqualTo(Map.of("points", 1));
    assertThat(summary.changed()).isEqualTo(Map.of("places", 1));
    assertThat(summary.removed()).isEqualTo(Map.of("points", 1));
    County back = restarted().county().orElseThrow();
    assertThat(back).isEqualTo(register.county().orElseThrow());
    assertThat(audited().getFirst().detail())
        .isEqualTo("added points 1; changed places 1; removed points 1");
    assertThat(back.places().getFirst().location().getCoordinate())
        .isEqualTo(new Coordinate(113.03, 36.02));
  }

  @Test
  void B03_a_new_version_of_the_package_alone_is_a_change_of_the_county() {
    register.replace(SmallCounty.county(), "li");
    County same = SmallCounty.county();
    County next =
        new County(
            SmallCounty.head("2027.1"),
            same.divisions(),
            same.places(),
            same.people(),
            same.facilities(),
            same.nodes(),
            same.links(),
            same.tunnels(),
            same.compartments(),
            same.sections(),
            same.equipment(),
            same.roads(),
            same.points());
    assertThat(register.replace(next, "li").changed()).isEqualTo(Map.of("county", 1));
    CountyHead head = restarted().county().orElseThrow().head();
    assertThat(head).isEqualTo(SmallCounty.head("2027.1"));
  }

  @Test
  void C01_a_county_that_cannot_be_written_leaves_the_old_one_untouched() {
    register.replace(SmallCounty.county(), "li");
    events.clear();
    County old = SmallCounty.county();
    Place unstorable =
        new Place(
            "P-3", "bad\u0000name", "village", "140404", SmallCounty.at(113, 36), SmallCounty.MADE);
    assertThatThrownBy(() -> register.replace(with(old, List.of(unstorable), old.points()), "li"))
        .hasMessageContaining("0x00");
    assertThat(register.county().orElseThrow().places()).hasSize(2);
    assertThat(restarted().county()).isEqualTo(register.county());
    assertThat(events).isEmpty();
  }

  @Test
  void C02_two_places_with_one_id_are_refused() {
    County old = SmallCounty.county();
    List<Place> twice = List.of(old.places().getFirst(), old.places().getFirst());
    assertThatThrownBy(() -> register.replace(with(old, twice, old.points()), "li"))
        .hasMessage("two places are called P-1");
    assertThat(register.county()).isEmpty();
  }

  @Test
  void B04_the_countys_own_limits_come_back_and_go_with_the_package() {
    register.replace(SmallCounty.county(), "li");
    String point = SmallCounty.county().points().getFirst().id();
    LimitOverride first = new LimitOverride(point, "tunnel.ch4/high", 0.8, 0.05, SmallCounty.REAL);
    LimitOverride second = new LimitOverride(point, "tunnel.ch4/rate", 2, null, SmallCounty.MADE);
    ImportSummary summary =
        register.replace(withLimits(SmallCounty.county(), List.of(second, first)), "li");
    assertThat(summary.added()).isEqualTo(Map.of("limits", 2));
    assertThat(restarted().county().orElseThrow().limits()).containsExactly(first, second);
    assertThat(register.replace(SmallCounty.county(), "li").removed())
        .isEqualTo(Map.of("limits", 2));
    assertThat(restarted().county().orElseThrow().limits()).isEmpty();
  }

  private static County withLimits(County old, List<LimitOverride> limits) {
    return new County(
        old.head(),
        old.divisions(),
        old.places(),
        old.people(),
        old.facilities(),
        old.nodes(),
        old.links(),
        old.tunnels(),
        old.compartments(),
        old.sections(),
        old.equipment(),
        old.roads(),
        old.points(),
        limits);
  }

  private static County with(County old, List<Place> places, List<MeasuringPoint> points) {
    return new County(
        old.head(),
        old.divisions(),
        places,
        old.people(),
        old.facilities(),
        old.nodes(),
        old.links(),
        old.tunnels(),
        old.compartments(),
        old.sections(),
        old.equipment(),
        old.roads(),
        points);
  }
}
