package org.ronghe.server.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ronghe.engines.reach.Cost;
import org.ronghe.engines.reach.Destinations;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.Position;
import org.ronghe.engines.reach.Snap;
import org.ronghe.server.cli.RoadOptions.Stops;

/// Asks the engine for every pair, some origins at a time on every core, and writes the rows in the
/// order of the files.
final class MatrixRun {
  private static final int PAIRS_AT_A_TIME = 1 << 17;

  private final Stops origins;
  private final Stops destinations;
  private final double offRoad_m_ms;
  private final Destinations ready;

  /// Where each destination is among the ready ones, or -1 when it is off the roads.
  private final int[] readyAs;

  private final Queue<Destinations.Questions> spare = new ConcurrentLinkedQueue<>();
  private long unreachable;

  /// @param offRoad_km_h 0 when the way to the road is not counted
  MatrixRun(Hierarchy hierarchy, Stops origins, Stops destinations, double offRoad_km_h) {
    this.origins = origins;
    this.destinations = destinations;
    offRoad_m_ms = offRoad_km_h / 3600;
    readyAs = new int[destinations.count()];
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < readyAs.length; i++) {
      Optional<Snap> snap = destinations.snaps().get(i);
      readyAs[i] = snap.isPresent() ? positions.size() : -1;
      snap.ifPresent(s -> positions.add(s.position()));
    }
    ready = new Destinations(hierarchy, positions);
  }

  /// Pairs written without a way.
  long unreachable() {
    return unreachable;
  }

  void write(MatrixTable table) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    int step = Math.clamp(PAIRS_AT_A_TIME / destinations.count(), 1, 64);
    byte[][] ids = ids(destinations, table.form());
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      ArrayDeque<Future<Part>> running = new ArrayDeque<>();
      for (int from = 0; from < origins.count(); from += step) {
        int first = from;
        int end = Math.min(from + step, origins.count());
        running.add(workers.submit(() -> part(first, end, ids, table.form())));
        if (running.size() > 2 * cores) {
          take(running.remove(), table);
        }
      }
      while (!running.isEmpty()) {
        take(running.remove(), table);
      }
    }
  }

  private void take(Future<Part> running, MatrixTable table) throws IOException {
    try {
      Part part = running.get();
      unreachable += part.unreachable;
      table.add(part.rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private record Part(MatrixRows rows, long unreachable) {}

  private static byte[][] ids(Stops stops, MatrixTable.Form form) {
    return stops.points().stream()
        .map(point -> MatrixRows.id(point.id(), form))
        .toArray(byte[][]::new);
  }

  private Part part(int first, int end, byte[][] ids, MatrixTable.Form form) {
    Destinations.Questions asked = spare.poll();
    Destinations.Questions questions = asked == null ? ready.questions() : asked;
    MatrixRows rows = new MatrixRows(form, (end - first) * destinations.count());
    long[] row = new long[ready.count()];
    long lost = 0;
    for (int i = first; i < end; i++) {
      byte[] id = MatrixRows.id(origins.points().get(i).id(), form);
      Optional<Snap> snap = origins.snaps().get(i);
      if (snap.isPresent()) {
        questions.from(snap.get().position(), row);
      } else {
        Arrays.fill(row, Cost.UNREACHABLE);
      }
      lost += addRow(i, id, row, ids, rows);
    }
    spare.add(questions);
    return new Part(rows, lost);
  }

  private long addRow(int origin, byte[] id, long[] row, byte[][] ids, MatrixRows rows) {
    long lost = 0;
    for (int to = 0; to < ids.length; to++) {
      long cost = readyAs[to] < 0 ? Cost.UNREACHABLE : row[readyAs[to]];
      if (!Cost.isReachable(cost)) {
        rows.add(id, ids[to], -1, 0);
        lost++;
      } else {
        double off_m = offRoad_m(origin, to);
        rows.add(
            id,
            ids[to],
            Cost.time_ms(cost) + (off_m == 0 ? 0 : Math.round(off_m / offRoad_m_ms)),
            Cost.length_mm(cost) + Math.round(off_m * 1000));
      }
    }
    return lost;
  }

  /// How far one goes off the road at both ends, when that is counted.
  private double offRoad_m(int origin, int to) {
    var from = origins.points().get(origin);
    var there = destinations.points().get(to);
    if (offRoad_m_ms == 0 || from.lon() == there.lon() && from.lat() == there.lat()) {
      return 0;
    }
    return origins.snaps().get(origin).map(Snap::distance_m).orElse(0.0)
        + destinations.snaps().get(to).map(Snap::distance_m).orElse(0.0);
  }
}
