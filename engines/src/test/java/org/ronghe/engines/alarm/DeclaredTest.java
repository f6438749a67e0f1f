package org.ronghe.engines.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.LimitOverride;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;
import org.ronghe.model.pack.Words;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;

/// From what packs declare to what the engine watches.
class DeclaredTest {
  private static final Words WORDS = new Words("电压", "Voltage");
  private static final Pack POWER =
      new Pack(
          "power",
          "1",
          WORDS,
          List.of(
              new Profile(
                  "power.voltage",
                  WORDS,
                  "voltage",
                  "kV",
                  ValueKind.NUMBER,
                  List.of(),
                  WORDS,
                  List.of(
                      alarm("low", new Condition.Limit(Condition.Level.LOW, 9.3, 0.05)),
                      alarm("stale", new Condition.Stale(3))))));

  private static AlarmDeclaration alarm(String id, Condition condition) {
    return new AlarmDeclaration(
        id, condition, 300, 60, 3, WORDS, WORDS, WORDS, WORDS, "GB/T 12325-2008", List.of());
  }

  private static MeasuringPoint point(String id, String profile) {
    return new MeasuringPoint(
        id,
        id,
        Utility.POWER,
        new PointOwner(PointOwner.OwnerKind.NODE, "N1", 0),
        profile,
        "voltage",
        "kV",
        ValueKind.NUMBER,
        List.of(),
        null,
        null,
        60,
        RetentionClass.NORMAL,
        new GeometryFactory().createPoint(new Coordinate(113, 36)),
        new Provenance("test", "2026", "CC0", true));
  }

  @Test
  void a01_aPointGetsTheRulesOfItsProfile() {
    Map<String, List<AlarmRule>> rules =
        Declared.rules(
            List.of(POWER), List.of(point("E.1.U", "power.voltage"), point("E.2.X", "power.x")));

    assertThat(rules).containsOnlyKeys("E.1.U");
    assertThat(rules.get("E.1.U"))
        .containsExactly(
            new AlarmRule.Limit(
                "power.voltage/low", AlarmRule.Side.LOW, 9.3, 0.05, Delays.ofSeconds(300, 60)),
            new AlarmRule.Stale("power.voltage/stale", 60_000_000, 3, Delays.ofSeconds(300, 60)));
  }

  @Test
  void a02_aCountyMaySetItsOwnLimitForOnePoint() {
    Map<String, List<AlarmRule>> rules =
        Declared.rules(
            List.of(POWER),
            List.of(point("E.1.U", "power.voltage"), point("E.9.U", "power.voltage")),
            List.of(
                new LimitOverride(
                    "E.9.U",
                    "power.voltage/low",
                    99,
                    0.5,
                    new Provenance("test", "2026", "CC0", true))));

    List<AlarmRule> usual = rules.getOrDefault("E.1.U", List.of());
    List<AlarmRule> own = rules.getOrDefault("E.9.U", List.of());
    assertThat(usual.getFirst().limit()).isEqualTo(9.3);
    assertThat(own.getFirst())
        .isEqualTo(
            new AlarmRule.Limit(
                "power.voltage/low", AlarmRule.Side.LOW, 99, 0.5, Delays.ofSeconds(300, 60)));
    assertThat(own.get(1)).isEqualTo(usual.get(1));
  }

  @Test
  void b01_standingAlarmsReadBackAfterACrashAreNotRaisedTwice() {
    List<AlarmRule> rules = Declared.rules(POWER.profiles().getFirst(), 60);
    AlarmEngine engine = new AlarmEngine(Map.of("E.1.U", rules), Settings.STANDARD);
    engine.restore(
        EngineSnapshot.ofStanding(
            List.of(
                new StandingAlarm(
                    "E.1.U", "power.voltage/low", new AlarmState.AcknowledgedActive(5, 6), 9))));

    assertThat(engine.accept(reading(1000, 9.1))).isEmpty();
    assertThat(engine.accept(reading(1060, 10))).isEmpty();
    assertThat(engine.accept(reading(1120, 10)))
        .extracting(AlarmTransition::change, AlarmTransition::to)
        .containsExactly(Tuple.tuple(AlarmTransition.Change.RETURNED, AlarmState.NORMAL));
  }

  @Test
  void b02_aSilenceThatWasOursIsForgiven() {
    List<AlarmRule> rules = List.of(new AlarmRule.Stale("s", 60_000_000, 3, Delays.NONE));
    AlarmEngine before = new AlarmEngine(Map.of("E.1.U", rules), Settings.STANDARD);
    before.accept(reading(0, 1));
    AlarmEngine after = new AlarmEngine(Map.of("E.1.U", rules), Settings.STANDARD);
    after.restore(before.snapshot());

    after.listenFrom(7_200_000_000L);

    assertThat(after.advance(7_200_000_000L)).isEmpty();
    assertThat(after.advance(7_380_000_000L))
        .extracting(AlarmTransition::at_us)
        .containsExactly(7_380_000_000L);
  }

  @Test
  void b03_aClockFarAheadDoesNotMakeLaterReadingsLate() {
    AlarmRule high = new AlarmRule.Limit("h", AlarmRule.Side.HIGH, 40, 0, Delays.NONE);
    AlarmEngine engine = new AlarmEngine(Map.of("E.1.U", List.of(high)), Settings.STANDARD);
    long year = 31_536_000_000_000L;

    List<AlarmTransition> raised =
        engine.accept(new Reading("E.1.U", year, 10_000_000, 41, Quality.UNCERTAIN_CLOCK));

    assertThat(raised).extracting(AlarmTransition::at_us).containsExactly(10_000_000L);
    assertThat(engine.accept(reading(20, 39))).hasSize(1);
    assertThat(engine.counts().late()).isZero();
  }

  private static Reading reading(long second, double value) {
    return new Reading("E.1.U", second * 1_000_000, second * 1_000_000, value, Quality.GOOD);
  }
}
