package org.ronghe.server.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.engines.reach.Cost;
import org.ronghe.engines.reach.Destinations;
import org.ronghe.engines.reach.Hierarchy;
import org.ronghe.engines.reach.OneToAll;
import org.ronghe.engines.reach.Position;
import org.ronghe.engines.reach.Snap;
import org.ronghe.engines.transit.BusTravel;
import org.ronghe.engines.transit.Timetable;
import org.ronghe.engines.transit.Walks;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;
import org.ronghe.model.transit.TransitDay;
import org.ronghe.model.transit.TransitStop;
import org.ronghe.model.transit.TransitTransfer;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.cli.RoadOptions.Roads;
import org.ronghe.server.cli.RoadOptions.Stops;
import org.ronghe.sources.road.RoadFault;
import org.ronghe.sources.transit.TransitFeeds;

/// The day's buses tied to the roads one walks on.
final class BusNetwork {
  private static final double MS_PER_M_AT_1_KM_H = 3600;

  final LocalDate date;
  final TransitDay day;
  final Timetable timetable;
  final Walks transfers;
  final Hierarchy hierarchy;
  private final BusOptions options;
  private final double pace;
  private final double offRoad_ms_m;
  private final List<Optional<Snap>> stopSnaps = new ArrayList<>();
  private final Destinations toStops;
  private final int[] stopOf;

  private BusNetwork(
      BusOptions options, RoadOptions roadOptions, Roads roads, LocalDate date, TransitDay day) {
    this.options = options;
    this.date = date;
    this.day = day;
    pace = BusOptions.FOOT_KM_H / options.walk_km_h;
    offRoad_ms_m =
        MS_PER_M_AT_1_KM_H
            / (roadOptions.offRoadSpeed_km_h > 0
                ? roadOptions.offRoadSpeed_km_h
                : options.walk_km_h);
    timetable = new Timetable(day);
    hierarchy = Hierarchy.of(roads.network());
    List<Position> positions = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (TransitStop stop : day.stops()) {
      Optional<Snap> snap = roads.snapper().snap(stop.lon(), stop.lat(), roadOptions.snapLimit_m);
      stopSnaps.add(snap);
      if (snap.isPresent()) {
        numbers.add(stopSnaps.size() - 1);
        positions.add(snap.get().position());
      }
    }
    stopOf = numbers.stream().mapToInt(Integer::intValue).toArray();
    toStops = new Destinations(hierarchy, positions);
    transfers = transfers();
  }

  /// Reads the timetables and says what was noticed about them.
  static BusNetwork of(
      BusOptions options, RoadOptions roadOptions, Roads roads, Terminal terminal) {
    try {
      TransitFeeds feeds = TransitFeeds.read(options.gtfs);
      FeedReport.say(terminal, feeds.notices(), options.noticesFile);
      LocalDate date = options.day();
      if (date == null) {
        date = feeds.busiest().orElseThrow(() -> noCommonDay(feeds));
        terminal.warn(
            "没有 --date：按班次最多的 %s 计算".formatted(date),
            "no --date: %s is taken, the day with most trips".formatted(date));
      }
      TransitDay day = feeds.on(date);
      if (day.trips().isEmpty()) {
        terminal.warn(
            "%s 没有任何班次，只有步行；时刻表的日期：%s".formatted(date, feeds.coverage()),
            "no trip runs on %s, all is walked; the timetables cover: %s"
                .formatted(date, feeds.coverage()));
      }
      BusNetwork network = new BusNetwork(options, roadOptions, roads, date, day);
      network.warnOffRoad(terminal);
      return network;
    } catch (RoadFault fault) {
      throw RoadOptions.refusal(fault);
    }
  }

  private static Refusal noCommonDay(TransitFeeds feeds) {
    return new Refusal(
        "gtfs-no-common-day",
        "没有哪一天所有时刻表都有：" + feeds.coverage() + "。",
        "There is no day that all timetables cover: " + feeds.coverage() + ".",
        "请分开计算，或换同一时期的时刻表。",
        "Ask for each alone, or take timetables of the same time.");
  }

  private void warnOffRoad(Terminal terminal) {
    long off = stopSnaps.stream().filter(Optional::isEmpty).count();
    if (off > 0) {
      terminal.warn(
          "%,d 个公交站中有 %,d 个离可步行的道路太远，走不到".formatted(stopSnaps.size(), off),
          "%,d of %,d stops are too far from any road one can walk on"
              .formatted(off, stopSnaps.size()));
    }
  }

  private int walk_s(long cost, double off_m) {
    return (int) Math.ceil((Cost.time_ms(cost) * pace + off_m * offRoad_ms_m) / 1000);
  }

  private int maxWalk_s() {
    return (int) Math.round(options.maxWalk_min * 60);
  }

  /// Walks from points to stops.
  Walks access(Stops points) {
    Walks.Builder walks = new Walks.Builder(points.count());
    Destinations.Questions questions = toStops.questions();
    long[] row = new long[toStops.count()];
    for (int i = 0; i < points.count(); i++) {
      Optional<Snap> snap = points.snaps().get(i);
      if (snap.isPresent()) {
        questions.from(snap.get().position(), row);
        for (int s = 0; s < row.length; s++) {
          double off_m = snap.get().distance_m() + off_m(stopOf[s]);
          if (Cost.isReachable(row[s]) && walk_s(row[s], off_m) <= maxWalk_s()) {
            walks.add(i, stopOf[s], walk_s(row[s], off_m));
          }
        }
      }
    }
    return walks.build();
  }

  private double off_m(int stop) {
    return stopSnaps.get(stop).map(Snap::distance_m).orElse(0.0);
  }

  /// Takes walks to junctions.
  interface ToJunction {
    void walk(int junction, int seconds);
  }

  /// Every junction within the longest walk.
  void walkToJunctions(OneToAll.Tree tree, Snap snap, ToJunction to) {
    tree.from(snap.position());
    for (int junction = 0; junction < hierarchy.network().roads().nodeCount(); junction++) {
      int ms = tree.time_ms(junction);
      if (ms < OneToAll.NEVER) {
        int took_s = walk_s(Cost.of(ms, 0), snap.distance_m());
        if (took_s <= maxWalk_s()) {
          to.walk(junction, took_s);
        }
      }
    }
  }

  /// Walks from stops to junctions.
  Walks toJunctions(OneToAll.Tree tree) {
    Walks.Builder walks = new Walks.Builder(stopSnaps.size());
    for (int i = 0; i < stopSnaps.size(); i++) {
      int stop = i;
      stopSnaps
          .get(stop)
          .ifPresent(snap -> walkToJunctions(tree, snap, (j, s) -> walks.add(stop, j, s)));
    }
    return walks.build();
  }

  /// The roads with the times walkers take at the pace asked for.
  RoadGraph walked() {
    RoadGraph roads = hierarchy.network().roads();
    if (pace == 1) {
      return roads;
    }
    RoadGraphBuilder paced = roads.toBuilder();
    for (int s = 0; s < roads.stretchCount(); s++) {
      paced.setTimes(s, paced(roads.forward_ms(s)), paced(roads.backward_ms(s)));
    }
    return paced.build();
  }

  private int paced(int ms) {
    return ms == RoadGraph.CLOSED ? ms : (int) Math.min(1 << 28, Math.round(ms * pace));
  }

  /// Walks from stops to points.
  Walks egress(Stops points, Direct direct) {
    Walks.Builder walks = new Walks.Builder(stopSnaps.size());
    Destinations.Questions questions = direct.ready.questions();
    long[] row = new long[direct.ready.count()];
    for (int stop = 0; stop < stopSnaps.size(); stop++) {
      Optional<Snap> snap = stopSnaps.get(stop);
      if (snap.isPresent()) {
        questions.from(snap.get().position(), row);
        for (int i = 0; i < row.length; i++) {
          int place = direct.pointOf[i];
          double off_m =
              snap.get().distance_m() + points.snaps().get(place).map(Snap::distance_m).orElse(0.0);
          if (Cost.isReachable(row[i]) && walk_s(row[i], off_m) <= maxWalk_s()) {
            walks.add(stop, place, walk_s(row[i], off_m));
          }
        }
      }
    }
    return walks.build();
  }

  /// Points made ready to be walked to.
  Direct direct(Stops points) {
    List<Position> positions = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < points.count(); i++) {
      Optional<Snap> snap = points.snaps().get(i);
      if (snap.isPresent()) {
        numbers.add(i);
        positions.add(snap.get().position());
      }
    }
    return new Direct(
        new Destinations(hierarchy, positions),
        numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  record Direct(Destinations ready, int[] pointOf) {}

  /// Fills in how long it takes to walk all the way, where that is not too far.
  void walkAll(
      Stops from, int origin, Stops to, Direct direct, Destinations.Questions asked, int[] into) {
    Arrays.fill(into, BusTravel.NEVER);
    Optional<Snap> snap = from.snaps().get(origin);
    if (snap.isEmpty()) {
      return;
    }
    long[] row = new long[direct.ready.count()];
    asked.from(snap.get().position(), row);
    for (int i = 0; i < row.length; i++) {
      int place = direct.pointOf[i];
      var here = from.points().get(origin);
      var there = to.points().get(place);
      boolean same = here.lon() == there.lon() && here.lat() == there.lat();
      double off_m =
          same
              ? 0
              : snap.get().distance_m() + to.snaps().get(place).map(Snap::distance_m).orElse(0.0);
      if (Cost.isReachable(row[i])) {
        int took_s = walk_s(row[i], off_m);
        into[place] = took_s <= maxWalk_s() ? took_s : BusTravel.NEVER;
      }
    }
  }

  /// Walks between stops, shaped by what the operators say.
  private Walks transfers() {
    Map<Long, Integer> said = new HashMap<>();
    Map<Integer, List<Integer>> saidFrom = new HashMap<>();
    for (TransitTransfer transfer : day.transfers()) {
      said.put((long) transfer.from() << 32 | transfer.to(), transfer.least_s());
      saidFrom.computeIfAbsent(transfer.from(), _ -> new ArrayList<>()).add(transfer.to());
    }
    int most_s = (int) Math.round(Math.min(options.maxWalk_min, options.maxTransferWalk_min) * 60);
    Walks.Builder walks = new Walks.Builder(stopSnaps.size());
    Destinations.Questions questions = toStops.questions();
    long[] row = new long[toStops.count()];
    for (int stop = 0; stop < stopSnaps.size(); stop++) {
      Map<Integer, Integer> near = new HashMap<>();
      near.put(stop, 0);
      Optional<Snap> snap = stopSnaps.get(stop);
      if (snap.isPresent()) {
        questions.from(snap.get().position(), row);
        for (int s = 0; s < row.length; s++) {
          int took_s = walk_s(row[s], snap.get().distance_m() + off_m(stopOf[s]));
          if (stopOf[s] != stop && Cost.isReachable(row[s]) && took_s <= most_s) {
            near.put(stopOf[s], took_s);
          }
        }
      }
      for (int other : saidFrom.getOrDefault(stop, List.of())) {
        near.putIfAbsent(other, straight_s(stop, other));
      }
      addTransfers(stop, near, said, walks);
    }
    return walks.build();
  }

  private static void addTransfers(
      int stop, Map<Integer, Integer> near, Map<Long, Integer> said, Walks.Builder walks) {
    near.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          int least = said.getOrDefault((long) stop << 32 | entry.getKey(), 0);
          if (least != TransitTransfer.FORBIDDEN) {
            walks.add(stop, entry.getKey(), Math.max(entry.getValue(), least));
          }
        });
  }

  private int straight_s(int from, int to) {
    TransitStop a = day.stops().get(from);
    TransitStop b = day.stops().get(to);
    double shrink = Math.cos(Math.toRadians((a.lat() + b.lat()) / 2));
    double m =
        Math.hypot((a.lon() - b.lon()) * shrink, a.lat() - b.lat()) * Math.toRadians(6_371_000);
    return (int) Math.ceil(m * MS_PER_M_AT_1_KM_H / options.walk_km_h / 1000);
  }
}
