package org.ronghe.engines.transit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ronghe.model.transit.Headway;
import org.ronghe.model.transit.TransitDay;
import org.ronghe.model.transit.TransitStop;
import org.ronghe.model.transit.TransitTrip;

/// A small county's buses at random: lines with overtaking and equal trips, stops passed without
/// opening, circular lines, trips at intervals, walks that do not add up.
final class RandomTimetable {
  static final int PLACES = 3;

  final TransitDay day;
  final Walks access;
  final Walks transfers;
  final Walks egress;
  final int[] direct_s = new int[PLACES];

  RandomTimetable(long seed) {
    Random random = new Random(seed);
    int stops = 2 + random.nextInt(6);
    List<TransitTrip> trips = new ArrayList<>();
    int lines = 1 + random.nextInt(4);
    for (int line = 0; line < lines; line++) {
      addTrips(random, stops, line, trips);
    }
    List<TransitStop> places = new ArrayList<>();
    for (int i = 0; i < stops; i++) {
      places.add(new TransitStop("S" + i, i, 0, ""));
    }
    day = new TransitDay(places, trips, List.of());
    access = walks(random, 1, stops, 0.4, 600);
    transfers = walks(random, stops, stops, 0.3, 500);
    egress = walks(random, stops, PLACES, 0.4, 600);
    Arrays.setAll(direct_s, _ -> random.nextInt(3) == 0 ? random.nextInt(4000) : BusTravel.NEVER);
  }

  private static void addTrips(Random random, int stops, int line, List<TransitTrip> trips) {
    int length = 2 + random.nextInt(4);
    int[] stop = random.ints(length, 0, stops).toArray();
    boolean[] on = new boolean[length];
    boolean[] off = new boolean[length];
    for (int i = 0; i < length; i++) {
      on[i] = random.nextInt(6) > 0;
      off[i] = random.nextInt(6) > 0;
    }
    boolean repeated = random.nextInt(4) == 0;
    int count = repeated ? 1 : 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      int[] arrival = new int[length];
      int[] departure = new int[length];
      int at = random.nextInt(5400);
      for (int j = 0; j < length; j++) {
        at += j == 0 ? 0 : random.nextInt(900);
        arrival[j] = at;
        at += random.nextInt(3) * 60;
        departure[j] = at;
      }
      List<Headway> headways = new ArrayList<>();
      for (int w = 0; repeated && w < 1 + random.nextInt(2); w++) {
        int from = random.nextInt(4000);
        headways.add(new Headway(from, from + random.nextInt(3600), 60 + random.nextInt(1200)));
      }
      trips.add(
          new TransitTrip(line + "-" + i, "L" + line, stop, arrival, departure, on, off, headways));
    }
  }

  private static Walks walks(Random random, int from, int to, double share, int most_s) {
    Walks.Builder walks = new Walks.Builder(from);
    for (int a = 0; a < from; a++) {
      for (int b = 0; b < to; b++) {
        if (from > 1 && a == b && to == from && random.nextInt(5) > 0) {
          walks.add(a, b, 0);
        } else if (random.nextDouble() < share) {
          walks.add(a, b, random.nextInt(most_s));
        }
      }
    }
    return walks.build();
  }
}
