package org.ronghe.engines.tour;

/// Moves between a node and one that is near: relocate, swap, 2-opt, 2-opt*.
///
/// u and v are the two nodes; pu, pv stand before, x, y behind and xx, yy behind those. A move is
/// made when it lowers the penalised cost.
final class NearMoves {
  private static final double LEAST_GAIN = 1e-5;

  private final Routes routes;
  private final int n;
  private final int[] next;
  private final int[] prev;
  private int u;
  private int pu;
  private int x;
  private int xx;
  private int ru;
  private int v;
  private int pv;
  private int y;
  private int yy;
  private int rv;
  private int puU;
  private int uX;
  private int xXx;
  private int pvV;
  private int vY;
  private boolean xIsClient;
  private boolean yIsClient;

  NearMoves(Routes routes) {
    this.routes = routes;
    n = routes.n;
    next = routes.next;
    prev = routes.prev;
  }

  void from(int node) {
    u = node;
    pu = prev[u];
    x = next[u];
    xx = next[x];
    ru = routes.route[u];
    puU = d(pu, u);
    uX = d(u, x);
    xIsClient = x <= n;
    xXx = xIsClient ? d(x, xx) : 0;
  }

  private void to(int node) {
    v = node;
    y = next[v];
    rv = routes.route[v];
    vY = d(v, y);
    yIsClient = y <= n;
  }

  /// Makes the first move that helps; true when one was made.
  boolean tryClient(int node) {
    to(node);
    pv = prev[v];
    yy = next[y];
    pvV = d(pv, v);
    return relocates()
        || (u < v && swapOne())
        || swapTwoForOne()
        || (u < v && swapTwo())
        || (ru == rv ? turn() : (u < v && crossTurned()) || cross());
  }

  /// The same with the start of a route in the place of v.
  boolean tryStart(int start) {
    to(start);
    return relocates() || (ru != rv && (cross() || crossTurned()));
  }

  private int d(int from, int to) {
    return routes.distance(from, to);
  }

  private boolean relocates() {
    return u != y
        && (relocateOne() || (xIsClient && v != x && (relocateTwo() || relocateTurned())));
  }

  /// Whether distances that change by `gainU` in u's route and `gainV` in v's, `load` and `service`
  /// going from u's to v's, lower the penalised cost.
  private boolean helps(int gainU, int gainV, int load, int service) {
    int gain = gainU + gainV;
    if (ru == rv) {
      if (gain >= routes.penalty[ru]) {
        return false;
      }
      double after = routes.excess(routes.routeLoad[ru], routes.routeTime[ru] + gain);
      return gain + after - routes.penalty[ru] < -LEAST_GAIN;
    }
    double before = routes.penalty[ru] + routes.penalty[rv];
    if (gain >= before) {
      return false;
    }
    double after =
        routes.excess(routes.routeLoad[ru] - load, routes.routeTime[ru] + gainU - service)
            + routes.excess(routes.routeLoad[rv] + load, routes.routeTime[rv] + gainV + service);
    return gain + after - before < -LEAST_GAIN;
  }

  private boolean done() {
    routes.moves++;
    routes.refresh(ru);
    if (ru != rv) {
      routes.refresh(rv);
    }
    return true;
  }

  private boolean relocateOne() {
    int gainU = d(pu, x) - puU - uX;
    int gainV = d(v, u) + d(u, y) - vY;
    if (!helps(gainU, gainV, routes.demand(u), routes.service(u))) {
      return false;
    }
    routes.moveBehind(u, v);
    return done();
  }

  private boolean relocateTwo() {
    int gainU = d(pu, xx) - puU - uX - xXx;
    int gainV = d(v, u) + uX + d(x, y) - vY;
    if (!helps(gainU, gainV, pairLoad(), pairService())) {
      return false;
    }
    routes.moveBehind(u, v);
    routes.moveBehind(x, u);
    return done();
  }

  private boolean relocateTurned() {
    int gainU = d(pu, xx) - puU - uX - xXx;
    int gainV = d(v, x) + d(x, u) + d(u, y) - vY;
    if (!helps(gainU, gainV, pairLoad(), pairService())) {
      return false;
    }
    routes.moveBehind(x, v);
    routes.moveBehind(u, x);
    return done();
  }

  private int pairLoad() {
    return routes.demand(u) + routes.demand(x);
  }

  private int pairService() {
    return routes.service(u) + routes.service(x);
  }

  private boolean swapOne() {
    if (u == pv || u == y) {
      return false;
    }
    int gainU = d(pu, v) + d(v, x) - puU - uX;
    int gainV = d(pv, u) + d(u, y) - pvV - vY;
    int load = routes.demand(u) - routes.demand(v);
    if (!helps(gainU, gainV, load, routes.service(u) - routes.service(v))) {
      return false;
    }
    routes.moveBehind(u, v);
    routes.moveBehind(v, pu);
    return done();
  }

  private boolean swapTwoForOne() {
    if (!xIsClient || u == pv || x == pv || u == y) {
      return false;
    }
    int gainU = d(pu, v) + d(v, xx) - puU - uX - xXx;
    int gainV = d(pv, u) + uX + d(x, y) - pvV - vY;
    int load = pairLoad() - routes.demand(v);
    if (!helps(gainU, gainV, load, pairService() - routes.service(v))) {
      return false;
    }
    routes.moveBehind(u, v);
    routes.moveBehind(x, u);
    routes.moveBehind(v, pu);
    return done();
  }

  private boolean swapTwo() {
    if (!xIsClient || !yIsClient || y == pu || u == y || x == v || v == xx) {
      return false;
    }
    int yYy = d(y, yy);
    int gainU = d(pu, v) + vY + d(y, xx) - puU - uX - xXx;
    int gainV = d(pv, u) + uX + d(x, yy) - pvV - vY - yYy;
    int load = pairLoad() - routes.demand(v) - routes.demand(y);
    int service = pairService() - routes.service(v) - routes.service(y);
    if (!helps(gainU, gainV, load, service)) {
      return false;
    }
    routes.moveBehind(u, v);
    routes.moveBehind(x, u);
    routes.moveBehind(v, pu);
    routes.moveBehind(y, v);
    return done();
  }

  /// 2-opt: the stretch between u and v is driven the other way round.
  private boolean turn() {
    if (routes.position[u] > routes.position[v] || x == v) {
      return false;
    }
    int gain = d(u, v) + d(x, y) - uX - vY + routes.back[v] - routes.back[x];
    if (!helps(gain, 0, 0, 0)) {
      return false;
    }
    reverse(x, v);
    return done();
  }

  /// Turns the chain `first … last` between u and y.
  private void reverse(int first, int last) {
    int node = first;
    int before = y;
    while (true) {
      int after = next[node];
      next[node] = before;
      prev[before] = node;
      if (node == last) {
        break;
      }
      before = node;
      node = after;
    }
    routes.link(u, last);
  }

  /// 2-opt*: the tails are exchanged, u goes on to y and v to x.
  private boolean cross() {
    int tailsU = routes.routeTime[ru] - routes.time[u] - uX;
    int tailsV = routes.routeTime[rv] - routes.time[v] - vY;
    int uY = d(u, y);
    int vX = d(v, x);
    int gain = uY + vX - uX - vY;
    double before = routes.penalty[ru] + routes.penalty[rv];
    if (gain >= before) {
      return false;
    }
    int loadU = routes.load[u] + routes.routeLoad[rv] - routes.load[v];
    int loadV = routes.load[v] + routes.routeLoad[ru] - routes.load[u];
    double after =
        routes.excess(loadU, routes.time[u] + uY + tailsV)
            + routes.excess(loadV, routes.time[v] + vX + tailsU);
    if (gain + after - before >= -LEAST_GAIN) {
      return false;
    }
    int lastU = prev[routes.end(ru)];
    int lastV = prev[routes.end(rv)];
    join(u, y, lastV, routes.end(ru));
    join(v, x, lastU, routes.end(rv));
    return done();
  }

  private void join(int node, int first, int last, int end) {
    if (first > n) {
      routes.link(node, end);
    } else {
      routes.link(node, first);
      routes.link(last, end);
    }
  }

  /// 2-opt* turned: u goes on to v and back along v's route, x's tail is reached from y's back.
  private boolean crossTurned() {
    int uV = d(u, v);
    int xY = d(x, y);
    int backV = routes.back[v];
    int backTail = routes.back[routes.end(ru)] - routes.back[x];
    int gain = uV + xY - uX - vY + backV + backTail;
    double before = routes.penalty[ru] + routes.penalty[rv];
    if (gain >= before) {
      return false;
    }
    int tailU = routes.routeTime[ru] - routes.time[u] - uX;
    int tailV = routes.routeTime[rv] - routes.time[v] - vY;
    int loadV = routes.routeLoad[rv] - routes.load[v] + routes.routeLoad[ru] - routes.load[u];
    double after =
        routes.excess(routes.load[u] + routes.load[v], routes.time[u] + uV + routes.time[v] + backV)
            + routes.excess(loadV, tailU + backTail + xY + tailV);
    if (gain + after - before >= -LEAST_GAIN) {
      return false;
    }
    exchangeTurned();
    return done();
  }

  private void exchangeTurned() {
    int startV = routes.start(rv);
    int endU = routes.end(ru);
    int node = v;
    int last = u;
    while (node <= n) {
      int before = prev[node];
      routes.link(last, node);
      last = node;
      node = before;
    }
    int tail = x;
    int follower = y;
    while (tail <= n) {
      int after = next[tail];
      routes.link(tail, follower);
      follower = tail;
      tail = after;
    }
    routes.link(last, endU);
    routes.link(startV, follower);
  }
}
