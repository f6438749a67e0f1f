package org.ronghe.engines.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;

/// What holds for every rule and every course of readings.
class AlarmLawsTest {
  private static final long SECOND = 1_000_000;
  private static final long END = 100_000 * SECOND;

  /// With lateness L, any order of arrival within L gives the transitions of the sorted order; so
  /// do duplicates mixed in.
  @Property(tries = 400)
  void a01_anyArrivalWithinTheLatenessGivesTheSortedAnswer(
      @ForAll("courses") List<Reading> course,
      @ForAll("ruleSets") List<AlarmRule> rules,
      @ForAll @IntRange(min = 1, max = 40) int lateness_s,
      @ForAll long seed) {
    Settings settings = Settings.STANDARD.withLateness_us(lateness_s * SECOND);
    List<Reading> shuffled = arrive(course, lateness_s * SECOND, new Random(seed));

    List<AlarmTransition> sorted = play(new AlarmEngine(Map.of("P", rules), settings), course);
    AlarmEngine late = new AlarmEngine(Map.of("P", rules), settings);

    assertThat(play(late, shuffled)).isEqualTo(sorted);
    assertThat(late.counts().evaluated()).isEqualTo(course.size());
    assertThat(late.counts().duplicate() + late.counts().late())
        .isEqualTo(shuffled.size() - course.size());
  }

  /// The reorder buffer changes when transitions are known, never which.
  @Property(tries = 200)
  void a02_waitingForLateReadingsGivesTheSameTransitionsAsNotWaiting(
      @ForAll("courses") List<Reading> course, @ForAll("ruleSets") List<AlarmRule> rules) {
    assertThat(
            play(
                new AlarmEngine(Map.of("P", rules), Settings.STANDARD.withLateness_us(20 * SECOND)),
                course))
        .isEqualTo(play(new AlarmEngine(Map.of("P", rules), Settings.STANDARD), course));
  }

  /// How often the host says that time has passed makes no difference, if it keeps its promise.
  @Property(tries = 300)
  void a03_advancingOftenOrOnceIsTheSame(
      @ForAll("courses") List<Reading> course,
      @ForAll("ruleSets") List<AlarmRule> rules,
      @ForAll @IntRange(min = 0, max = 30) int lateness_s) {
    Settings settings = Settings.STANDARD.withLateness_us(lateness_s * SECOND);
    AlarmEngine often = new AlarmEngine(Map.of("P", rules), settings);
    List<AlarmTransition> answers = new ArrayList<>(often.advance(0));
    for (Reading reading : course) {
      answers.addAll(often.advance(reading.sourceTime_us() - SECOND / 2));
      answers.addAll(often.accept(reading));
      answers.addAll(often.advance(reading.sourceTime_us()));
    }
    answers.addAll(often.advance(END));

    AlarmEngine rarely = new AlarmEngine(Map.of("P", rules), settings);
    rarely.advance(0);
    List<AlarmTransition> once = play(rarely, course);
    assertThat(answers).containsExactlyInAnyOrderElementsOf(once);
    assertThat(ofEach(answers, rules)).isEqualTo(ofEach(once, rules));
  }

  /// Cut anywhere, restore into a new engine: the future is the same.
  @Property(tries = 300)
  void a04_aRestoredEngineHasTheSameFuture(
      @ForAll("courses") List<Reading> course,
      @ForAll("ruleSets") List<AlarmRule> rules,
      @ForAll @IntRange(min = 0, max = 60) int cut,
      @ForAll @IntRange(min = 0, max = 30) int lateness_s) {
    Settings settings = Settings.STANDARD.withLateness_us(lateness_s * SECOND);
    AlarmEngine first = new AlarmEngine(Map.of("P", rules), settings);
    int at = Math.min(cut, course.size());
    course.subList(0, at).forEach(first::accept);
    AlarmEngine second = new AlarmEngine(Map.of("P", rules), settings);
    second.restore(first.snapshot());

    assertThat(second.snapshot()).isEqualTo(first.snapshot());
    List<Reading> rest = course.subList(at, course.size());
    assertThat(play(second, rest)).isEqualTo(play(first, rest));
    assertThat(second.snapshot()).isEqualTo(first.snapshot());
  }

  /// A rule raises, returns, raises, returns; never earlier than before.
  @Property(tries = 300)
  void b01_transitionsAlternateAndNeverGoBackInTime(
      @ForAll("courses") List<Reading> course, @ForAll("ruleSets") List<AlarmRule> rules) {
    List<AlarmTransition> all =
        play(new AlarmEngine(Map.of("P", rules), Settings.STANDARD), course);
    for (List<AlarmTransition> one : ofEach(all, rules)) {
      for (int i = 0; i < one.size(); i++) {
        assertThat(one.get(i).to().active()).isEqualTo(i % 2 == 0);
        if (i > 0) {
          assertThat(one.get(i).from()).isEqualTo(one.get(i - 1).to());
          assertThat(one.get(i).at_us()).isGreaterThanOrEqualTo(one.get(i - 1).at_us());
        }
      }
    }
  }

  /// A value that stays inside the band never changes anything.
  @Property
  void b02_nothingChattersInsideTheBand(
      @ForAll List<@IntRange(min = 381, max = 400) Integer> inside, @ForAll boolean raisedBefore) {
    AlarmRule rule = new AlarmRule.Limit("r", AlarmRule.Side.HIGH, 40, 2, Delays.NONE);
    AlarmEngine engine = new AlarmEngine(Map.of("P", List.of(rule)), Settings.STANDARD);
    engine.accept(good(0, raisedBefore ? 41 : 30));
    for (int i = 0; i < inside.size(); i++) {
      assertThat(engine.accept(good(i + 1, inside.get(i) / 10.0))).isEmpty();
    }
  }

  /// Without a band, a limit alarm with delays is raised exactly when the value has been beyond the
  /// limit for the on-delay, and returns when it has been back for the off-delay. Checked against a
  /// plain second-by-second reading of that sentence.
  @Property(tries = 300)
  void b03_delaysMeanWhatTheySay(
      @ForAll("values") List<Double> everySecond,
      @ForAll @IntRange(min = 0, max = 6) int on_s,
      @ForAll @IntRange(min = 0, max = 6) int off_s) {
    AlarmRule rule =
        new AlarmRule.Limit("r", AlarmRule.Side.HIGH, 40, 0, Delays.ofSeconds(on_s, off_s));
    AlarmEngine engine = new AlarmEngine(Map.of("P", List.of(rule)), Settings.STANDARD);
    boolean active = false;
    int wrongFor = -1;
    int rightFor = -1;
    for (int second = 0; second < everySecond.size(); second++) {
      // what had lasted until this second, before its value is known
      wrongFor = wrongFor < 0 ? -1 : wrongFor + 1;
      rightFor = rightFor < 0 ? -1 : rightFor + 1;
      active = active ? !(rightFor >= off_s && rightFor >= 0) : wrongFor >= on_s && wrongFor >= 0;
      boolean wrong = everySecond.get(second) > 40;
      wrongFor = wrong ? Math.max(wrongFor, 0) : -1;
      rightFor = wrong ? -1 : Math.max(rightFor, 0);
      active = active ? !(rightFor >= off_s && rightFor >= 0) : wrongFor >= on_s && wrongFor >= 0;

      engine.accept(good(second, everySecond.get(second)));

      assertThat(engine.state("P", "r").active()).as("at %d s", second).isEqualTo(active);
    }
  }

  /// Bad, NaN and infinite readings never raise and never clear a value alarm.
  @Property
  void c01_unusableReadingsChangeNothing(
      @ForAll boolean raisedBefore,
      @ForAll List<@IntRange(min = 0, max = 4) Integer> kinds,
      @ForAll Settings.Unusable unusable) {
    AlarmRule rule = new AlarmRule.Limit("r", AlarmRule.Side.HIGH, 40, 2, Delays.NONE);
    AlarmEngine engine =
        new AlarmEngine(Map.of("P", List.of(rule)), new Settings(0, 300 * SECOND, unusable, false));
    engine.accept(good(0, raisedBefore ? 41 : 30));
    AlarmState before = engine.state("P", "r");
    for (int i = 0; i < kinds.size(); i++) {
      double value = raisedBefore ? 0 : 100;
      long at = (i + 1) * SECOND;
      Reading reading =
          switch (kinds.get(i)) {
            case 0 -> new Reading("P", at, at, value, Quality.BAD_SENSOR_FAILURE);
            case 1 -> new Reading("P", at, at, Double.NaN, Quality.GOOD);
            case 2 -> new Reading("P", at, at, Double.POSITIVE_INFINITY, Quality.GOOD);
            case 3 -> new Reading("P", at, at, Double.NEGATIVE_INFINITY, Quality.GOOD);
            default -> new Reading("P", at, at, value, Quality.UNCERTAIN);
          };
      assertThat(engine.accept(reading)).isEmpty();
    }
    assertThat(engine.state("P", "r")).isEqualTo(before);
  }

  /// Each rule lives its own life: together they answer what each answers alone.
  @Property(tries = 200)
  void c02_rulesDoNotDisturbEachOther(
      @ForAll("courses") List<Reading> course, @ForAll("ruleSets") List<AlarmRule> rules) {
    List<List<AlarmTransition>> together =
        ofEach(play(new AlarmEngine(Map.of("P", rules), Settings.STANDARD), course), rules);
    for (int i = 0; i < rules.size(); i++) {
      List<AlarmTransition> alone =
          play(new AlarmEngine(Map.of("P", List.of(rules.get(i))), Settings.STANDARD), course);
      assertThat(together.get(i)).isEqualTo(alone);
    }
  }

  private static List<AlarmTransition> play(AlarmEngine engine, List<Reading> readings) {
    List<AlarmTransition> all = new ArrayList<>();
    readings.forEach(reading -> all.addAll(engine.accept(reading)));
    all.addAll(engine.advance(END));
    return all;
  }

  private static List<List<AlarmTransition>> ofEach(
      List<AlarmTransition> all, List<AlarmRule> rules) {
    return rules.stream()
        .map(rule -> all.stream().filter(one -> one.rule().equals(rule.id())).toList())
        .toList();
  }

  /// Delays every reading by up to `lateness_us` and sends some twice.
  private static List<Reading> arrive(List<Reading> course, long lateness_us, Random random) {
    record Sent(long arrival_us, Reading reading) {}
    List<Sent> sent = new ArrayList<>();
    for (Reading reading : course) {
      int copies = random.nextInt(4) == 0 ? 2 : 1;
      for (int i = 0; i < copies; i++) {
        long delay_us = (long) (random.nextDouble() * lateness_us);
        sent.add(new Sent(reading.sourceTime_us() + delay_us, reading));
      }
    }
    sent.sort(Comparator.comparingLong(Sent::arrival_us));
    return sent.stream().map(Sent::reading).toList();
  }

  private static Reading good(int second, double value) {
    return new Reading("P", second * SECOND, second * SECOND, value, Quality.GOOD);
  }

  @Provide
  Arbitrary<List<Double>> values() {
    return Arbitraries.of(30.0, 40.0, 41.0, 45.0).list().ofMaxSize(40);
  }

  /// Readings of one point with growing times: plateaus, jumps, gaps, some bad.
  @Provide
  Arbitrary<List<Reading>> courses() {
    Arbitrary<Integer> gap_s =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(1, 12)),
            Tuple.of(1, Arbitraries.integers().between(13, 200)));
    Arbitrary<Double> value = Arbitraries.integers().between(-2, 14).map(tenth -> tenth * 0.5);
    Arbitrary<Quality> quality =
        Arbitraries.of(Quality.GOOD, Quality.GOOD, Quality.GOOD, Quality.GOOD, Quality.BAD);
    record Step(int gap_s, double value, Quality quality) {}
    return Combinators.combine(gap_s, value, quality)
        .as(Step::new)
        .list()
        .ofMaxSize(60)
        .map(steps -> {
          List<Reading> course = new ArrayList<>();
          long at_us = 0;
          for (Step step : steps) {
            at_us += step.gap_s() * SECOND;
            course.add(new Reading("P", at_us, at_us, step.value(), step.quality()));
          }
          return course;
        });
  }

  /// One to all of the kinds of rules, with delays of 0 to 20 s.
  @Provide
  Arbitrary<List<AlarmRule>> ruleSets() {
    Arbitrary<Delays> delays =
        Combinators.combine(Arbitraries.of(0, 0, 3, 10, 20), Arbitraries.of(0, 0, 3, 10, 20))
            .as((on, off) -> Delays.ofSeconds(on, off));
    Arbitrary<Double> band = Arbitraries.of(0.0, 0.5, 1.0);
    return Combinators.combine(delays, delays, band, Arbitraries.of(10L, 30L))
        .as(AlarmLawsTest::allKinds)
        .flatMap(all ->
            Arbitraries.of(all)
                .set()
                .ofMinSize(1)
                .map(some -> all.stream().filter(some::contains).toList()));
  }

  private static List<AlarmRule> allKinds(Delays some, Delays other, double band, long window_s) {
    return Arrays.asList(
        new AlarmRule.Limit("high", AlarmRule.Side.HIGH, 4, band, some),
        new AlarmRule.Limit("high-high", AlarmRule.Side.HIGH, 5.5, band, other),
        new AlarmRule.Limit("low", AlarmRule.Side.LOW, 1, band, other),
        new AlarmRule.Rate(
            "rate", AlarmRule.Direction.EITHER, 0.1, 0.02, SECOND, window_s * SECOND, some),
        new AlarmRule.Deviation("setpoint", new AlarmRule.Setpoint(3), 2, band, some),
        new AlarmRule.Deviation(
            "mean", new AlarmRule.MovingMean(window_s * SECOND), 1.5, band, other),
        new AlarmRule.State("state", Set.of(2, 5), other),
        new AlarmRule.Stale("stale", 8 * SECOND, 2, some));
  }
}
