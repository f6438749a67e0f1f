package org.ronghe.engines.transit;

import java.util.Arrays;
import org.ronghe.model.transit.Headway;

/// Rounds over a timetable (RAPTOR; Delling, Pajor, Werneck 2012), round by round one ride more.
/// Departures are asked from the latest to the earliest and what was found stays (rRAPTOR): who
/// leaves earlier can wait. For one thread; nothing is allocated per departure.
///
/// Rides and walks alternate: a walk to the first stop, between two rides at most one walk, and one
/// from the last stop. So arriving by bus ([#ride_s]) and being there to board ([#ready_s]) are
/// told apart.
final class Rounds {
  static final int NEVER = Integer.MAX_VALUE / 2;

  private final Timetable timetable;
  private final Walks transfers;
  private final Walks egress;
  private final TransitRules rules;

  /// By round, then stop: the earliest one can be there to board after so many rides.
  private final int[][] ready_s;

  /// By round, then stop: the earliest arrival by bus with at most so many rides.
  private final int[][] ride_s;

  /// The earliest at each place of destination, over all rounds.
  final int[] arrival_s;

  private final StopSet ready;
  private final StopSet arrived;
  private final int[] boardAt;
  private final int[] lines;
  private int lineCount;

  Rounds(Timetable timetable, Walks transfers, Walks egress, int places, TransitRules rules) {
    this.timetable = timetable;
    this.transfers = transfers;
    this.egress = egress;
    this.rules = rules;
    ready_s = new int[rules.mostRides() + 1][timetable.stopCount];
    ride_s = new int[rules.mostRides() + 1][timetable.stopCount];
    arrival_s = new int[places];
    ready = new StopSet(timetable.stopCount);
    arrived = new StopSet(timetable.stopCount);
    boardAt = new int[timetable.lineCount()];
    lines = new int[timetable.lineCount()];
    Arrays.fill(boardAt, NEVER);
  }

  /// Forgets everything; to be called before another origin.
  void clear() {
    for (int round = 0; round <= rules.mostRides(); round++) {
      Arrays.fill(ready_s[round], NEVER);
      Arrays.fill(ride_s[round], NEVER);
    }
    Arrays.fill(arrival_s, NEVER);
  }

  /// Betters what is known by leaving at `departure_s`, which must not be later than before.
  void leave(int departure_s, Walks access, int origin) {
    ready.clear();
    for (int i = access.first[origin]; i < access.first[origin + 1]; i++) {
      beReady(0, access.to[i], departure_s + access.seconds[i]);
    }
    for (int round = 1; round <= rules.mostRides() && ready.size > 0; round++) {
      collectLines();
      arrived.clear();
      for (int i = 0; i < lineCount; i++) {
        int line = lines[i];
        if (timetable.headways[line].length == 0) {
          scan(line, boardAt[line], round);
        } else {
          scanRepeated(line, boardAt[line], round);
        }
        boardAt[line] = NEVER;
      }
      ready.clear();
      walkOn(round);
    }
  }

  private void beReady(int round, int stop, int at_s) {
    if (at_s < ready_s[round][stop]) {
      for (int r = round; r <= rules.mostRides() && ready_s[r][stop] > at_s; r++) {
        ready_s[r][stop] = at_s;
      }
      ready.add(stop);
    }
  }

  /// The lines that call where one has become ready, each with the first such stop.
  private void collectLines() {
    lineCount = 0;
    for (int i = 0; i < ready.size; i++) {
      int stop = ready.stop[i];
      for (int call = timetable.callFirst[stop]; call < timetable.callFirst[stop + 1]; call++) {
        int line = timetable.callLine[call];
        if (boardAt[line] == NEVER) {
          lines[lineCount++] = line;
        }
        boardAt[line] = Math.min(boardAt[line], timetable.callAt[call]);
      }
    }
  }

  private void scan(int line, int begin, int round) {
    int first = timetable.stopFirst[line];
    int length = timetable.stopFirst[line + 1] - first;
    int times = timetable.timeFirst[line];
    int[] readyBefore = ready_s[round - 1];
    int trips = timetable.tripCount[line];
    int trip = trips;
    for (int j = begin; j < length; j++) {
      int stop = timetable.stop[first + j];
      if (trip < trips && timetable.alights[first + j]) {
        arrive(round, stop, timetable.arrival_s[times + trip * length + j]);
      }
      int at_s = readyBefore[stop];
      if (at_s < NEVER && timetable.boards[first + j]) {
        trip = firstToBoard(times + j, length, trip, at_s + rules.slack_s());
      }
    }
  }

  /// The first trip up to `trip` that leaves at `at_s` or later.
  private int firstToBoard(int times, int length, int trip, int at_s) {
    int[] departure = timetable.departure_s;
    if (trip == 0 || departure[times + (trip - 1) * length] < at_s) {
      return trip;
    }
    int low = 0;
    int high = trip - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (departure[times + middle * length] >= at_s) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// A line at intervals: one waits half of one, so a bus is known by when it started.
  private void scanRepeated(int line, int begin, int round) {
    int first = timetable.stopFirst[line];
    int length = timetable.stopFirst[line + 1] - first;
    int times = timetable.timeFirst[line];
    int zero_s = timetable.departure_s[times];
    int[] readyBefore = ready_s[round - 1];
    int start_s = NEVER;
    for (int j = begin; j < length; j++) {
      int stop = timetable.stop[first + j];
      if (start_s < NEVER && timetable.alights[first + j]) {
        arrive(round, stop, start_s + timetable.arrival_s[times + j] - zero_s);
      }
      int at_s = readyBefore[stop];
      if (at_s < NEVER && timetable.boards[first + j]) {
        int ahead_s = timetable.departure_s[times + j] - zero_s;
        start_s =
            Math.min(start_s, start_s(timetable.headways[line], at_s + rules.slack_s() - ahead_s));
      }
    }
  }

  /// When the bus one gets is held to start, if one could get one that starts at `earliest_s`.
  static int start_s(Headway[] headways, int earliest_s) {
    int least = NEVER;
    for (Headway headway : headways) {
      int start = Math.max(earliest_s, headway.from_s()) + headway.every_s() / 2;
      if (start < headway.until_s()) {
        least = Math.min(least, start);
      }
    }
    return least;
  }

  private void arrive(int round, int stop, int at_s) {
    if (at_s < ride_s[round][stop]) {
      for (int r = round; r <= rules.mostRides() && ride_s[r][stop] > at_s; r++) {
        ride_s[r][stop] = at_s;
      }
      arrived.add(stop);
    }
  }

  private void walkOn(int round) {
    for (int i = 0; i < arrived.size; i++) {
      int stop = arrived.stop[i];
      int at_s = ride_s[round][stop];
      if (round < rules.mostRides()) {
        for (int w = transfers.first[stop]; w < transfers.first[stop + 1]; w++) {
          beReady(round, transfers.to[w], at_s + transfers.seconds[w]);
        }
      }
      for (int w = egress.first[stop]; w < egress.first[stop + 1]; w++) {
        int there_s = at_s + egress.seconds[w];
        if (there_s < arrival_s[egress.to[w]]) {
          arrival_s[egress.to[w]] = there_s;
        }
      }
    }
  }

  /// Stops, each once.
  private static final class StopSet {
    private final int[] stop;
    private final boolean[] has;
    private int size;

    StopSet(int stops) {
      stop = new int[stops];
      has = new boolean[stops];
    }

    void add(int s) {
      if (!has[s]) {
        has[s] = true;
        stop[size++] = s;
      }
    }

    void clear() {
      for (int i = 0; i < size; i++) {
        has[stop[i]] = false;
      }
      size = 0;
    }
  }
}
