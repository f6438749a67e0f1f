package org.ronghe.engines.transit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.transit.Headway;
import org.ronghe.model.transit.TransitDay;
import org.ronghe.model.transit.TransitTrip;

/// A day's trips as lines: trips of one line call at the same stops and never overtake each other,
/// so that the first one to board is the first one to arrive. A trip repeated at intervals is a
/// line of its own. Immutable, shared by threads.
public final class Timetable {
  final int stopCount;

  /// Where a line's stops begin in [#stop], [#boards], [#alights].
  final int[] stopFirst;

  final int[] stop;
  final boolean[] boards;
  final boolean[] alights;

  /// Where a line's times begin; trip `i` at its stop `j` is at `timeFirst + i * length + j`.
  final int[] timeFirst;

  final int[] tripCount;
  final int[] arrival_s;
  final int[] departure_s;

  /// Of each line; empty when it runs at its times.
  final Headway[][] headways;

  /// The lines that call at each stop, and which of their stops it is.
  final int[] callFirst;

  final int[] callLine;
  final int[] callAt;

  public Timetable(TransitDay day) {
    stopCount = day.stops().size();
    List<List<TransitTrip>> lines = lines(day.trips());
    int count = lines.size();
    stopFirst = new int[count + 1];
    timeFirst = new int[count + 1];
    tripCount = new int[count];
    headways = new Headway[count][];
    for (int line = 0; line < count; line++) {
      int length = lines.get(line).getFirst().stop().length;
      tripCount[line] = lines.get(line).size();
      stopFirst[line + 1] = stopFirst[line] + length;
      timeFirst[line + 1] = timeFirst[line] + length * tripCount[line];
      headways[line] = lines.get(line).getFirst().headways().toArray(Headway[]::new);
    }
    stop = new int[stopFirst[count]];
    boards = new boolean[stop.length];
    alights = new boolean[stop.length];
    arrival_s = new int[timeFirst[count]];
    departure_s = new int[timeFirst[count]];
    for (int line = 0; line < count; line++) {
      fill(line, lines.get(line));
    }
    callFirst = new int[stopCount + 1];
    callLine = new int[stop.length];
    callAt = new int[stop.length];
    fillCalls();
  }

  public int lineCount() {
    return tripCount.length;
  }

  private void fill(int line, List<TransitTrip> trips) {
    TransitTrip any = trips.getFirst();
    int length = any.stop().length;
    System.arraycopy(any.stop(), 0, stop, stopFirst[line], length);
    System.arraycopy(any.boards(), 0, boards, stopFirst[line], length);
    System.arraycopy(any.alights(), 0, alights, stopFirst[line], length);
    for (int i = 0; i < trips.size(); i++) {
      int at = timeFirst[line] + i * length;
      System.arraycopy(trips.get(i).arrival_s(), 0, arrival_s, at, length);
      System.arraycopy(trips.get(i).departure_s(), 0, departure_s, at, length);
    }
  }

  private void fillCalls() {
    for (int s : stop) {
      callFirst[s + 1]++;
    }
    for (int s = 0; s < stopCount; s++) {
      callFirst[s + 1] += callFirst[s];
    }
    int[] next = callFirst.clone();
    for (int line = 0; line < lineCount(); line++) {
      for (int j = stopFirst[line]; j < stopFirst[line + 1]; j++) {
        callLine[next[stop[j]]] = line;
        callAt[next[stop[j]]++] = j - stopFirst[line];
      }
    }
  }

  private record Calls(List<Integer> stops, List<Boolean> boards, List<Boolean> alights) {
    static Calls of(TransitTrip trip) {
      List<Boolean> on = new ArrayList<>();
      List<Boolean> off = new ArrayList<>();
      for (int i = 0; i < trip.stop().length; i++) {
        on.add(trip.boards()[i]);
        off.add(trip.alights()[i]);
      }
      return new Calls(Arrays.stream(trip.stop()).boxed().toList(), on, off);
    }
  }

  private static List<List<TransitTrip>> lines(List<TransitTrip> trips) {
    Map<Calls, List<TransitTrip>> alike = new LinkedHashMap<>();
    List<List<TransitTrip>> lines = new ArrayList<>();
    for (TransitTrip trip : trips) {
      if (trip.headways().isEmpty()) {
        alike.computeIfAbsent(Calls.of(trip), _ -> new ArrayList<>()).add(trip);
      } else {
        lines.add(List.of(trip));
      }
    }
    for (List<TransitTrip> same : alike.values()) {
      same.sort(
          Comparator.<TransitTrip>comparingInt(trip -> trip.departure_s()[0])
              .thenComparingInt(trip -> trip.arrival_s()[trip.stop().length - 1]));
      lines.addAll(withoutOvertaking(same));
    }
    return lines;
  }

  private static List<List<TransitTrip>> withoutOvertaking(List<TransitTrip> sorted) {
    List<List<TransitTrip>> lines = new ArrayList<>();
    for (TransitTrip trip : sorted) {
      List<TransitTrip> fitting = null;
      for (List<TransitTrip> line : lines) {
        if (isBehind(trip, line.getLast())) {
          fitting = line;
          break;
        }
      }
      if (fitting == null) {
        fitting = new ArrayList<>();
        lines.add(fitting);
      }
      fitting.add(trip);
    }
    return lines;
  }

  private static boolean isBehind(TransitTrip trip, TransitTrip before) {
    for (int i = 0; i < trip.stop().length; i++) {
      if (trip.arrival_s()[i] < before.arrival_s()[i]
          || trip.departure_s()[i] < before.departure_s()[i]) {
        return false;
      }
    }
    return true;
  }
}
