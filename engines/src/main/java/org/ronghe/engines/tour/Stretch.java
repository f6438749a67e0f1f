package org.ronghe.engines.tour;

/// What is known of a stretch of a route: how far, how long, how late, and within which hours it
/// begins best. Stretches are put together without driving them again (time-window segments after
/// Vidal and others, 2013).
final class Stretch {
  long distance;
  long duration;
  long warp;
  long early;
  long late;
  long load;

  void begin(long open, long close) {
    distance = 0;
    duration = 0;
    warp = 0;
    early = open;
    late = close;
    load = 0;
  }

  void set(Stretch other) {
    distance = other.distance;
    duration = other.duration;
    warp = other.warp;
    early = other.early;
    late = other.late;
    load = other.load;
  }

  void stop(int demand, int service, long open, long close) {
    begin(open, close);
    duration = service;
    load = demand;
  }

  /// This stretch, then a way, then a stop.
  void add(int metres, int seconds, int demand, int service, int open, int close) {
    long reach = duration - warp + seconds;
    long wait = Math.max(0, open - reach - late);
    long delay = Math.max(0, early + reach - close);
    distance += metres;
    duration += seconds + wait + service;
    early = Math.max(open - reach, early) - wait;
    late = Math.min(close - reach, late) + delay;
    warp += delay;
    load += demand;
  }

  /// This stretch, then a way, then the other.
  void add(int metres, int seconds, Stretch other) {
    long reach = duration - warp + seconds;
    long wait = Math.max(0, other.early - reach - late);
    long delay = Math.max(0, early + reach - other.late);
    distance += metres + other.distance;
    duration += seconds + wait + other.duration;
    early = Math.max(other.early - reach, early) - wait;
    late = Math.min(other.late - reach, late) + delay;
    warp += delay + other.warp;
    load += other.load;
  }
}
