package org.ronghe.engines.tour;

/// Moves between routes of a [Chain], each tried by pricing the routes it would make.
final class ChainMoves {
  private static final double LEAST_GAIN = 1e-5;

  final Sequences routes;
  final int[] changed;
  int moves;
  private final Chain chain;
  private final boolean turns;
  private final boolean filtered;
  private final int[] middleA;
  private final int[] middleB;
  private final int[] made;
  private final int[] madeToo;

  ChainMoves(Chain chain) {
    this.chain = chain;
    turns = chain.turns();
    filtered = chain.slack(0, 0) < Double.POSITIVE_INFINITY;
    int n = chain.clients();
    routes = new Sequences(chain.vehicles(), n);
    changed = new int[chain.vehicles()];
    middleA = new int[n + 4];
    middleB = new int[n + 4];
    made = new int[n + 1];
    madeToo = new int[n + 1];
  }

  void take(int[][] given) {
    moves = 0;
    for (int r = 0; r < given.length; r++) {
      routes.set(r, given[r], given[r].length);
      chain.count(r, routes.nodes[r], routes.size[r]);
      changed[r] = 0;
    }
  }

  /// Makes the first move of client u to, with or across client v that helps.
  boolean tryClients(int u, int v) {
    int ru = routes.route[u];
    int rv = routes.route[v];
    int i = routes.place[u];
    int j = routes.place[v];
    return ru == rv ? within(ru, i, j) : between(ru, i, rv, j);
  }

  /// Moves u, with its followers or not, to the front of an empty route.
  boolean tryEmpty(int u, int empty) {
    int ru = routes.route[u];
    int i = routes.place[u];
    if (i == 0 && routes.size[ru] == 1 && chain.alike(ru, empty)) {
      return false;
    }
    return exchange(ru, i, 1, false, empty, 0, 0, false)
        || (i + 1 < routes.size[ru] && exchange(ru, i, 2, false, empty, 0, 0, false))
        || cross(ru, i - 1, empty, -1);
  }

  /// All of route a goes to empty vehicle b, when the two differ.
  boolean tryOther(int a, int b) {
    return !chain.alike(a, b) && cross(a, -1, b, -1);
  }

  /// Routes a and b, one behind the other, go to empty vehicle c.
  boolean tryMerge(int a, int b, int c) {
    double before = chain.price(a) + chain.price(b);
    double now = chain.join(c, routes.at(a, routes.size[a] - 1), middleA, 0, routes.at(b, 0));
    if (now >= before - LEAST_GAIN) {
      return false;
    }
    int size = assemble(a, routes.size[a], middleA, 0, b, 0, made);
    moves++;
    set(a, made, 0);
    set(b, made, 0);
    set(c, made, size);
    return true;
  }

  private boolean between(int ru, int i, int rv, int j) {
    boolean pairU = i + 1 < routes.size[ru];
    boolean pairV = j + 1 < routes.size[rv];
    return exchange(ru, i, 1, false, rv, j + 1, 0, false)
        || exchange(ru, i, 1, false, rv, j, 0, false)
        || (pairU
            && (exchange(ru, i, 2, false, rv, j + 1, 0, false)
                || exchange(ru, i, 2, true, rv, j + 1, 0, false)
                || exchange(ru, i, 2, false, rv, j, 1, false)))
        || exchange(ru, i, 1, false, rv, j, 1, false)
        || (pairU && pairV && exchange(ru, i, 2, false, rv, j, 2, false))
        || cross(ru, i, rv, j)
        || cross(ru, i, rv, j - 1)
        || (turns && crossTurned(ru, i, rv, j));
  }

  /// `a` clients at i of one route change places with `b` clients at j of another.
  private boolean exchange(
      int ru, int i, int a, boolean turnA, int rv, int j, int b, boolean turnB) {
    copy(ru, i, a, turnA, middleA);
    copy(rv, j, b, turnB, middleB);
    if (filtered
        && dearer(ru, i, a, middleB, b) + dearer(rv, j, b, middleA, a) > chain.slack(ru, rv)) {
      return false;
    }
    double before = chain.price(ru) + chain.price(rv);
    double first = chain.join(ru, routes.at(ru, i - 1), middleB, b, routes.at(ru, i + a));
    if (first >= before - LEAST_GAIN) {
      return false;
    }
    double second = chain.join(rv, routes.at(rv, j - 1), middleA, a, routes.at(rv, j + b));
    if (first + second >= before - LEAST_GAIN) {
      return false;
    }
    int sizeU = assemble(ru, i, middleB, b, ru, i + a, made);
    int sizeV = assemble(rv, j, middleA, a, rv, j + b, madeToo);
    return done(ru, sizeU, rv, sizeV);
  }

  /// The tails behind i and j are exchanged.
  private boolean cross(int ru, int i, int rv, int j) {
    boolean same = i + 1 >= routes.size[ru] && j + 1 >= routes.size[rv];
    if (same || (i < 0 && j < 0 && chain.alike(ru, rv))) {
      return false;
    }
    if (filtered && crossDearer(ru, i, rv, j) > chain.slack(ru, rv)) {
      return false;
    }
    double before = chain.price(ru) + chain.price(rv);
    double first = chain.join(ru, routes.at(ru, i), middleA, 0, routes.at(rv, j + 1));
    if (first >= before - LEAST_GAIN) {
      return false;
    }
    double second = chain.join(rv, routes.at(rv, j), middleA, 0, routes.at(ru, i + 1));
    if (first + second >= before - LEAST_GAIN) {
      return false;
    }
    int sizeU = assemble(ru, i + 1, middleA, 0, rv, j + 1, made);
    int sizeV = assemble(rv, j + 1, middleA, 0, ru, i + 1, madeToo);
    return done(ru, sizeU, rv, sizeV);
  }

  /// From i on into the other route backwards from j; what was behind i, backwards, before j+1.
  private boolean crossTurned(int ru, int i, int rv, int j) {
    int tail = routes.size[ru] - i - 1;
    copy(rv, 0, j + 1, true, middleB);
    copy(ru, i + 1, tail, true, middleA);
    double before = chain.price(ru) + chain.price(rv);
    double first = chain.join(ru, routes.at(ru, i), middleB, j + 1, 0);
    if (first >= before - LEAST_GAIN) {
      return false;
    }
    double second = chain.join(rv, 0, middleA, tail, routes.at(rv, j + 1));
    if (first + second >= before - LEAST_GAIN) {
      return false;
    }
    int sizeU = assemble(ru, i + 1, middleB, j + 1, ru, routes.size[ru], made);
    int sizeV = assemble(rv, 0, middleA, tail, rv, j + 1, madeToo);
    return done(ru, sizeU, rv, sizeV);
  }

  private boolean within(int r, int i, int j) {
    boolean pair = i + 1 < routes.size[r] && i + 1 != j;
    return shift(r, i, 1, j, false)
        || (pair && (shift(r, i, 2, j, false) || shift(r, i, 2, j, true)))
        || swap(r, i, 1, j, 1)
        || (pair && swap(r, i, 2, j, 1))
        || (pair && j + 1 < routes.size[r] && swap(r, i, 2, j, 2))
        || (turns && i < j && turn(r, i + 1, j));
  }

  /// `count` clients at i go behind j.
  private boolean shift(int r, int i, int count, int j, boolean turned) {
    if (j == i - 1 && !turned) {
      return false;
    }
    copy(r, i, count, turned, middleB);
    int from;
    int to;
    if (j > i) {
      from = i;
      to = j + 1;
      int moved = j + 1 - (i + count);
      System.arraycopy(routes.nodes[r], i + count, middleA, 0, moved);
      System.arraycopy(middleB, 0, middleA, moved, count);
    } else {
      from = j + 1;
      to = i + count;
      System.arraycopy(middleB, 0, middleA, 0, count);
      System.arraycopy(routes.nodes[r], j + 1, middleA, count, i - j - 1);
    }
    return rearrange(r, from, to);
  }

  /// `a` clients at i and `b` clients at j of the same route change places.
  private boolean swap(int r, int i, int a, int j, int b) {
    if (i > j) {
      return swap(r, j, b, i, a);
    }
    if (i + a > j) {
      return false;
    }
    int between = j - i - a;
    System.arraycopy(routes.nodes[r], j, middleA, 0, b);
    System.arraycopy(routes.nodes[r], i + a, middleA, b, between);
    System.arraycopy(routes.nodes[r], i, middleA, b + between, a);
    return rearrange(r, i, j + b);
  }

  private boolean turn(int r, int from, int last) {
    if (from >= last) {
      return false;
    }
    copy(r, from, last + 1 - from, true, middleA);
    return rearrange(r, from, last + 1);
  }

  /// How much dearer the direct ways of the route get when `count` clients in `with` stand in for
  /// the `gone` clients at `from`.
  private double dearer(int r, int from, int gone, int[] with, int count) {
    int end = routes.at(r, from + gone);
    int last = routes.at(r, from - 1);
    double more = 0;
    for (int k = 0; k < count; k++) {
      more += chain.direct(r, last, with[k]);
      last = with[k];
    }
    more += chain.direct(r, last, end);
    last = routes.at(r, from - 1);
    for (int k = from; k < from + gone; k++) {
      more -= chain.direct(r, last, routes.nodes[r][k]);
      last = routes.nodes[r][k];
    }
    return more - chain.direct(r, last, end);
  }

  private double crossDearer(int ru, int i, int rv, int j) {
    int u = routes.at(ru, i);
    int x = routes.at(ru, i + 1);
    int v = routes.at(rv, j);
    int y = routes.at(rv, j + 1);
    return chain.direct(ru, u, y)
        + chain.direct(rv, v, x)
        - chain.direct(ru, u, x)
        - chain.direct(rv, v, y);
  }

  /// What is in `middleA` takes the place of the clients from `from` to before `to`.
  private boolean rearrange(int r, int from, int to) {
    int count = to - from;
    if (filtered && dearer(r, from, count, middleA, count) > chain.slack(r, r)) {
      return false;
    }
    double now = chain.join(r, routes.at(r, from - 1), middleA, count, routes.at(r, to));
    if (now >= chain.price(r) - LEAST_GAIN) {
      return false;
    }
    int size = assemble(r, from, middleA, count, r, to, made);
    moves++;
    set(r, made, size);
    return true;
  }

  private void copy(int r, int from, int count, boolean turned, int[] into) {
    int[] nodes = routes.nodes[r];
    for (int k = 0; k < count; k++) {
      into[k] = nodes[turned ? from + count - 1 - k : from + k];
    }
  }

  /// The first `head` clients of one route, the middle, then another from `tailFrom` on.
  private int assemble(
      int headRoute, int head, int[] middle, int count, int tailRoute, int tailFrom, int[] into) {
    System.arraycopy(routes.nodes[headRoute], 0, into, 0, head);
    System.arraycopy(middle, 0, into, head, count);
    int tail = Math.max(0, routes.size[tailRoute] - tailFrom);
    if (tail > 0) {
      System.arraycopy(routes.nodes[tailRoute], tailFrom, into, head + count, tail);
    }
    return head + count + tail;
  }

  private boolean done(int ru, int sizeU, int rv, int sizeV) {
    moves++;
    set(ru, made, sizeU);
    set(rv, madeToo, sizeV);
    return true;
  }

  private void set(int r, int[] clients, int size) {
    routes.set(r, clients, size);
    chain.count(r, routes.nodes[r], size);
    changed[r] = moves;
  }
}
