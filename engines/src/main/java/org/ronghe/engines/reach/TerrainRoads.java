package org.ronghe.engines.reach;

import java.util.Arrays;
import org.ronghe.model.road.RoadGraph;

/// Lays roads over terrain: cuts them into pieces, lets the slope of each count, and joins the ends
/// of the pieces to the corners around them.
final class TerrainRoads {
  private final Terrain terrain;
  private final RoadGraph roads;
  private final double step_m;
  private double[] lon;
  private double[] lat;
  private int places;
  private int[] tail = new int[1024];
  private int[] head = new int[1024];
  private long[] cost = new long[1024];
  private int size;

  TerrainRoads(Terrain terrain, RoadGraph roads) {
    this.terrain = terrain;
    this.roads = roads;
    step_m = terrain.grid.stepLat() * Terrain.M_PER_DEGREE;
    lon = new double[roads.nodeCount() + 64];
    lat = new double[lon.length];
    for (int node = 0; node < roads.nodeCount(); node++) {
      place(roads.lon(node), roads.lat(node));
    }
    for (int stretch = 0; stretch < roads.stretchCount(); stretch++) {
      if (roads.isOpen(stretch)) {
        lay(stretch);
      }
    }
    for (int place = 0; place < places; place++) {
      join(place);
    }
  }

  private int place(double atLon, double atLat) {
    if (places == lon.length) {
      lon = Arrays.copyOf(lon, 2 * places);
      lat = Arrays.copyOf(lat, 2 * places);
    }
    lon[places] = atLon;
    lat[places] = atLat;
    return places++;
  }

  private void arc(int from, int to, long what) {
    if (!Cost.isReachable(what)) {
      return;
    }
    if (size == tail.length) {
      tail = Arrays.copyOf(tail, 2 * size);
      head = Arrays.copyOf(head, 2 * size);
      cost = Arrays.copyOf(cost, 2 * size);
    }
    tail[size] = from;
    head[size] = to;
    cost[size++] = what;
  }

  private double length_m(int stretch) {
    double whole = 0;
    for (int i = 1; i < roads.pointCount(stretch); i++) {
      whole += part_m(stretch, i);
    }
    return whole;
  }

  private double part_m(int stretch, int i) {
    return Terrain.run_m(
        roads.pointLon(stretch, i - 1),
        roads.pointLat(stretch, i - 1),
        roads.pointLon(stretch, i),
        roads.pointLat(stretch, i));
  }

  private void lay(int stretch) {
    double whole_m = length_m(stretch);
    int points = roads.pointCount(stretch);
    int before = roads.from(stretch);
    for (int i = 1; i < points; i++) {
      double part_m = part_m(stretch, i);
      boolean known =
          !Double.isNaN(terrain.height_m(roads.pointLon(stretch, i), roads.pointLat(stretch, i)));
      int pieces = known ? Math.max(1, (int) Math.ceil(part_m / step_m)) : 1;
      for (int p = 1; p <= pieces; p++) {
        boolean last = i == points - 1 && p == pieces;
        double along = (double) p / pieces;
        int next =
            last
                ? roads.to(stretch)
                : place(
                    between(roads.pointLon(stretch, i - 1), roads.pointLon(stretch, i), along),
                    between(roads.pointLat(stretch, i - 1), roads.pointLat(stretch, i), along));
        double share = whole_m == 0 ? 1.0 / (points - 1) / pieces : part_m / pieces / whole_m;
        piece(stretch, share, before, next);
        before = next;
      }
    }
  }

  private static double between(double a, double b, double along) {
    return a + along * (b - a);
  }

  private void piece(int stretch, double share, int from, int to) {
    double length_m = share * roads.length_mm(stretch) / 1000;
    double rise_m = terrain.height_m(lon[to], lat[to]) - terrain.height_m(lon[from], lat[from]);
    double slope = length_m < 1 || Double.isNaN(rise_m) ? 0 : rise_m / length_m;
    for (int back = 0; back < 2; back++) {
      int whole_ms = roads.directed_ms(2 * stretch + back);
      if (whole_ms != RoadGraph.CLOSED) {
        double ms = share * whole_ms / Hiking.factor(back == 0 ? slope : -slope);
        int tailPlace = terrain.cells + (back == 0 ? from : to);
        arc(tailPlace, terrain.cells + (back == 0 ? to : from), Terrain.cost(ms, length_m));
      }
    }
  }

  private void join(int place) {
    for (int cell : terrain.around(lon[place], lat[place])) {
      double cellLon = terrain.cellLon(cell);
      double cellLat = terrain.cellLat(cell);
      arc(cell, terrain.cells + place, terrain.straight(cellLon, cellLat, lon[place], lat[place]));
      arc(terrain.cells + place, cell, terrain.straight(lon[place], lat[place], cellLon, cellLat));
    }
  }

  Arcs arcs() {
    Arcs.List list = new Arcs.List(terrain.cells + places);
    for (int i = 0; i < size; i++) {
      list.add(tail[i], head[i], cost[i], i);
    }
    return list.toArcs();
  }
}
