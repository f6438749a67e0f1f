package org.ronghe.engines.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ronghe.model.transit.Headway;
import org.ronghe.model.transit.TransitDay;
import org.ronghe.model.transit.TransitStop;
import org.ronghe.model.transit.TransitTrip;

/// From one bus a day to whole random timetables.
class BusTravelTest {
  private static final Walks NO_TRANSFER = new Walks.Builder(3).add(0, 0, 0).add(1, 1, 0).build();
  private static final Walks TO_FIRST = new Walks.Builder(1).add(0, 0, 300).build();
  private static final Walks FROM_LAST = new Walks.Builder(3).add(2, 0, 120).build();

  private static TransitTrip trip(String id, int start_s, List<Headway> headways, int... minutes) {
    int[] times = Arrays.stream(minutes).map(m -> start_s + 60 * m).toArray();
    boolean[] open = {true, true, true};
    int[] stops = {0, 1, 2};
    return new TransitTrip(id, "1", stops, times, times, open, open, headways);
  }

  private static BusTravel travel(Window window, TransitRules rules, TransitTrip... trips) {
    List<TransitStop> stops =
        IntStream.range(0, 3).mapToObj(i -> new TransitStop("S" + i, i, 0, "")).toList();
    TransitDay day = new TransitDay(stops, List.of(trips), List.of());
    return new BusTravel(new Timetable(day), NO_TRANSFER, FROM_LAST, 1, rules, window);
  }

  private static int[] never() {
    return new int[] {BusTravel.NEVER};
  }

  /// Bus at 7:10, 20 minutes to the town; 5 minutes to the stop, a minute's slack, 2 minutes on.
  @Test
  void A01_one_bus_a_day_is_waited_for_and_then_missed() {
    Window window = new Window(7 * 3600, 7 * 3600 + 300);
    BusTravel travel =
        travel(window, TransitRules.STANDARD, trip("A", 7 * 3600 + 600, List.of(), 0, 10, 20));

    travel.from(TO_FIRST, 0, never());

    // leaving at 7:00: 10 + 20 + 2 minutes; at 7:04: four less, exactly in time
    assertThat(travel.time_s(0, 0)).isEqualTo(32 * 60);
    assertThat(travel.time_s(4, 0)).isEqualTo(28 * 60);
    BusTravel late =
        travel(
            new Window(7 * 3600 + 300, 7 * 3600 + 360),
            TransitRules.STANDARD,
            trip("A", 7 * 3600 + 600, List.of(), 0, 10, 20));
    assertThat(late.from(TO_FIRST, 0, never()).time_s(0, 0)).isEqualTo(BusTravel.NEVER);
  }

  @Test
  void A02_who_walks_faster_than_the_bus_walks() {
    BusTravel travel =
        travel(
            new Window(7 * 3600, 7 * 3600 + 60),
            TransitRules.STANDARD,
            trip("A", 7 * 3600 + 600, List.of(), 0, 10, 20));

    travel.from(TO_FIRST, 0, new int[] {31 * 60});

    assertThat(travel.time_s(0, 0)).isEqualTo(31 * 60);
  }

  /// Every 20 minutes from 7 to 9, exact times unknown: 5 + 1 to the stop, 10 of waiting, 20, 2.
  @Test
  void A03_of_a_bus_at_intervals_half_an_interval_is_waited_for() {
    Headway headway = new Headway(7 * 3600, 9 * 3600, 1200);
    BusTravel travel =
        travel(
            new Window(7 * 3600 + 1800, 7 * 3600 + 1860),
            TransitRules.STANDARD,
            trip("A", 6 * 3600, List.of(headway), 0, 10, 20));

    assertThat(travel.from(TO_FIRST, 0, never()).time_s(0, 0)).isEqualTo(38 * 60);
  }

  @Test
  void A04_an_overtaking_bus_is_taken() {
    BusTravel travel =
        travel(
            new Window(7 * 3600, 7 * 3600 + 60),
            TransitRules.STANDARD,
            trip("slow", 7 * 3600 + 600, List.of(), 0, 30, 60),
            trip("fast", 7 * 3600 + 900, List.of(), 0, 5, 10));

    assertThat(travel.from(TO_FIRST, 0, never()).time_s(0, 0)).isEqualTo(27 * 60);
  }

  /// Of 4 departures p25 is the quickest, p50 the second, p75 the third, p76 the slowest.
  @Test
  void A05_a_percentile_is_a_time_that_occurs() {
    assertThat(BusTravel.rank(25, 4)).isEqualTo(1);
    assertThat(BusTravel.rank(50, 4)).isEqualTo(2);
    assertThat(BusTravel.rank(75, 4)).isEqualTo(3);
    assertThat(BusTravel.rank(76, 4)).isEqualTo(4);
    assertThat(BusTravel.rank(0.1, 120)).isEqualTo(1);
    assertThat(BusTravel.rank(100, 120)).isEqualTo(120);
  }

  @Property(tries = 1500)
  void B01_the_rounds_answer_as_a_plain_search_does(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int rides) {
    RandomTimetable county = new RandomTimetable(seed);
    TransitRules rules = new TransitRules(rides, (int) (Math.floorMod(seed, 3) * 30));
    Window window = new Window(0, 3600);
    BusTravel travel = travel(county, rules, window);

    travel.from(county.access, 0, county.direct_s);

    PlainJourneys plain = new PlainJourneys(county, rules);
    for (int i = 0; i < window.departures(); i += 7) {
      int[] expected = plain.from(window.departure_s(i));
      for (int place = 0; place < RandomTimetable.PLACES; place++) {
        assertThat(travel.time_s(i, place)).as("departure %d", i).isEqualTo(expected[place]);
      }
    }
  }

  @Property(tries = 300)
  void B02_a_window_is_its_minutes_one_by_one(@ForAll long seed) {
    RandomTimetable county = new RandomTimetable(seed);
    Window window = new Window(600, 3000);
    BusTravel whole = travel(county, TransitRules.STANDARD, window);
    whole.from(county.access, 0, county.direct_s);
    int[][] single = new int[RandomTimetable.PLACES][window.departures()];
    for (int i = 0; i < window.departures(); i++) {
      int at_s = window.departure_s(i);
      BusTravel one = travel(county, TransitRules.STANDARD, new Window(at_s, at_s + 60));
      one.from(county.access, 0, county.direct_s);
      for (int place = 0; place < single.length; place++) {
        single[place][i] = one.time_s(0, place);
      }
    }

    for (int place = 0; place < single.length; place++) {
      int[] percentiles = new int[3];
      whole.percentiles(place, List.of(25.0, 50.0, 75.0), percentiles);
      Arrays.sort(single[place]);
      // of 40 departures the 10th, the 20th and the 30th
      assertThat(percentiles)
          .containsExactly(single[place][9], single[place][19], single[place][29]);
    }
  }

  @Property(tries = 300)
  void B03_more_rides_never_make_it_longer(@ForAll long seed) {
    RandomTimetable county = new RandomTimetable(seed);
    Window window = new Window(0, 1200);
    BusTravel few = travel(county, new TransitRules(1, 60), window);
    BusTravel many = travel(county, new TransitRules(5, 60), window);
    few.from(county.access, 0, county.direct_s);
    many.from(county.access, 0, county.direct_s);

    for (int i = 0; i < window.departures(); i++) {
      for (int place = 0; place < RandomTimetable.PLACES; place++) {
        assertThat(many.time_s(i, place)).isLessThanOrEqualTo(few.time_s(i, place));
      }
    }
  }

  private static BusTravel travel(RandomTimetable county, TransitRules rules, Window window) {
    return new BusTravel(
        new Timetable(county.day),
        county.transfers,
        county.egress,
        RandomTimetable.PLACES,
        rules,
        window);
  }
}
