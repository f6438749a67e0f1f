package org.ronghe.counties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where townships and villages lie: spread evenly over the county, each township one compact piece
/// with as many villages as it really has. Only the names and numbers are real.
final class Settlement {
  private static final Map<String, Spot> SEATS = seats();
  private static final int TRIES = 60;

  private final Map<String, Spot> spots = new LinkedHashMap<>();

  private Settlement() {}

  /// The seat of the township with this code.
  static Spot seat(String township) {
    Spot seat = SEATS.get(township);
    if (seat == null) {
      throw new IllegalArgumentException("no seat for " + township);
    }
    return seat;
  }

  static Settlement of(Facts facts, Area county) {
    Settlement settlement = new Settlement();
    for (Facts.Unit township : facts.townships()) {
      settlement.placeFixed(facts, township);
    }
    List<Facts.Unit> open =
        facts.villages().stream().filter(v -> !settlement.spots.containsKey(v.code())).toList();
    List<Spot> free = settlement.spread(county.inside(350), open.size());
    settlement.share(open, free);
    return settlement;
  }

  /// The centre of the village with this code.
  Spot village(String code) {
    Spot spot = spots.get(code);
    if (spot == null) {
      throw new IllegalArgumentException("no place for " + code);
    }
    return spot;
  }

  /// The first village stands at the seat; the communities of the county town around its centre.
  private void placeFixed(Facts facts, Facts.Unit township) {
    Spot seat = seat(township.code());
    List<Facts.Unit> villages =
        facts.villages().stream().filter(v -> v.parent().equals(township.code())).toList();
    boolean countyTown = township.kind().equals("subdistrict");
    if (!countyTown) {
      Facts.Unit namesake =
          villages.stream()
              .filter(v -> v.shortName().equals(township.shortName() + "村"))
              .findFirst()
              .or(() ->
                  villages.stream()
                      .filter(v -> v.shortName().equals(township.shortName()))
                      .findFirst())
              .orElse(villages.getFirst());
      spots.put(namesake.code(), seat);
      return;
    }
    int number = 0;
    for (Facts.Unit village : villages) {
      if (village.kind().equals("resident-committee")) {
        int column = number % 2;
        int row = number / 2;
        spots.put(village.code(), seat.shifted(column * 1150 - 560, row * 1250 - 1240));
        number++;
      }
    }
  }

  /// `count` spots, each as far from all others as the best of some tries.
  private List<Spot> spread(Area inside, int count) {
    Chance chance = Chance.of("settlement/spread");
    org.locationtech.jts.geom.Envelope box = inside.polygon().getEnvelopeInternal();
    List<Spot> all = new ArrayList<>(spots.values());
    List<Spot> free = new ArrayList<>();
    while (free.size() < count) {
      Spot best = null;
      double bestDistance = -1;
      for (int i = 0; i < TRIES; ) {
        Spot spot =
            new Spot(
                chance.between(box.getMinX(), box.getMaxX()),
                chance.between(box.getMinY(), box.getMaxY()));
        if (!inside.holds(spot)) {
          continue;
        }
        i++;
        double distance = all.stream().mapToDouble(spot::distanceTo_m).min().orElse(1);
        if (distance > bestDistance) {
          best = spot;
          bestDistance = distance;
        }
      }
      if (best != null) {
        all.add(best);
        free.add(best);
      }
    }
    return free;
  }

  /// Gives the free spots to townships by nearness, then swaps while that shortens the ways.
  private void share(List<Facts.Unit> open, List<Spot> free) {
    int count = open.size();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count * count; i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> square(open.get(i / count), free.get(i % count)))
            .thenComparing(Comparator.naturalOrder()));
    int[] spotOf = new int[count];
    java.util.Arrays.fill(spotOf, -1);
    boolean[] taken = new boolean[count];
    for (int pair : order) {
      if (spotOf[pair / count] < 0 && !taken[pair % count]) {
        spotOf[pair / count] = pair % count;
        taken[pair % count] = true;
      }
    }
    swap(open, free, spotOf);
    for (int i = 0; i < count; i++) {
      spots.put(open.get(i).code(), free.get(spotOf[i]));
    }
  }

  private static void swap(List<Facts.Unit> open, List<Spot> free, int[] spotOf) {
    boolean better = true;
    while (better) {
      better = false;
      for (int a = 0; a < spotOf.length; a++) {
        for (int b = a + 1; b < spotOf.length; b++) {
          double now =
              square(open.get(a), free.get(spotOf[a])) + square(open.get(b), free.get(spotOf[b]));
          double then =
              square(open.get(a), free.get(spotOf[b])) + square(open.get(b), free.get(spotOf[a]));
          if (then < now - 1) {
            int kept = spotOf[a];
            spotOf[a] = spotOf[b];
            spotOf[b] = kept;
            better = true;
          }
        }
      }
    }
  }

  private static double square(Facts.Unit village, Spot spot) {
    double distance_m = seat(village.parent()).distanceTo_m(spot);
    return distance_m * distance_m;
  }

  private static Map<String, Spot> seats() {
    Map<String, Spot> seats = new LinkedHashMap<>();
    seats.put(Areas.TOWN_CODE, Town.spot(Town.AXIS_COLUMN, 6));
    seats.put("140404101", Frame.spot(113.050, 36.113));
    seats.put("140404102", Frame.spot(113.104, 35.961));
    seats.put("140404103", Frame.spot(113.128, 35.906));
    seats.put("140404104", Frame.spot(113.002, 35.960));
    seats.put("140404106", Frame.spot(113.024, 36.137));
    seats.put("140404107", Frame.spot(113.163, 35.922));
    seats.put("140404201", Frame.spot(113.118, 36.062));
    seats.put("140404202", Frame.spot(113.003, 36.078));
    seats.put("140404203", Frame.spot(113.036, 35.996));
    seats.put("140404400", Frame.spot(113.047, 35.926));
    seats.put("140404401", Frame.spot(113.086, 36.101));
    seats.put("140404406", Frame.spot(113.046, 36.149));
    return seats;
  }
}
