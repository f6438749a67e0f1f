package org.ronghe.server.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ronghe.engines.reach.Destinations;
import org.ronghe.engines.transit.BusTravel;
import org.ronghe.engines.transit.Walks;
import org.ronghe.server.cli.RoadOptions.Stops;

/// Travel times by bus for every pair, some origins at a time on every core; rows in the order of
/// the files.
final class BusMatrixRun {
  private final BusNetwork network;
  private final BusOptions options;
  private final Stops origins;
  private final Stops destinations;
  private final Walks access;
  private final BusNetwork.Direct direct;
  private final Walks egress;
  private final List<Double> asked;
  private final Queue<Worker> spare = new ConcurrentLinkedQueue<>();
  private long unreachable;

  private record Worker(BusTravel travel, Destinations.Questions questions) {}

  BusMatrixRun(BusNetwork network, BusOptions options, Stops origins, Stops destinations) {
    this.network = network;
    this.options = options;
    this.origins = origins;
    this.destinations = destinations;
    access = network.access(origins);
    direct = network.direct(destinations);
    egress = network.egress(destinations, direct);
    asked = new ArrayList<>(options.percentiles);
    asked.add(50.0);
  }

  /// Pairs whose median is empty.
  long unreachable() {
    return unreachable;
  }

  void write(MatrixTable table) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    byte[][] ids =
        destinations.points().stream()
            .map(point -> MatrixRows.id(point.id(), table.form()))
            .toArray(byte[][]::new);
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      ArrayDeque<Future<Part>> running = new ArrayDeque<>();
      for (int i = 0; i < origins.count(); i++) {
        int origin = i;
        running.add(workers.submit(() -> part(origin, ids, table.form())));
        if (running.size() > 8 * cores) {
          take(running.remove(), table);
        }
      }
      while (!running.isEmpty()) {
        take(running.remove(), table);
      }
    }
  }

  private record Part(BusRows rows, long unreachable) {}

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

  private Worker worker() {
    Worker free = spare.poll();
    return free != null
        ? free
        : new Worker(
            new BusTravel(
                network.timetable,
                network.transfers,
                egress,
                destinations.count(),
                options.rules(),
                options.window()),
            direct.ready().questions());
  }

  private Part part(int origin, byte[][] ids, MatrixTable.Form form) {
    Worker worker = worker();
    int[] onFoot_s = new int[destinations.count()];
    network.walkAll(origins, origin, destinations, direct, worker.questions, onFoot_s);
    worker.travel.from(access, origin, onFoot_s);
    BusRows rows = new BusRows(form, ids.length, asked.size());
    byte[] id = MatrixRows.id(origins.points().get(origin).id(), form);
    int[] seconds = new int[asked.size()];
    long lost = 0;
    for (int to = 0; to < ids.length; to++) {
      worker.travel.percentiles(to, asked, seconds);
      for (int i = 0; i < seconds.length; i++) {
        seconds[i] = seconds[i] > options.maxTrip_min * 60 ? BusTravel.NEVER : seconds[i];
      }
      lost += seconds[seconds.length - 1] == BusTravel.NEVER ? 1 : 0;
      rows.add(id, ids[to], seconds);
    }
    spare.add(worker);
    return new Part(rows, lost);
  }
}
