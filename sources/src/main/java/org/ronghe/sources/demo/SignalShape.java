package org.ronghe.sources.demo;

import java.util.Map;

/// How the values of one profile behave when nothing is wrong.
@FunctionalInterface
interface SignalShape {
  /// @param now weather and hour
  /// @param own hash of the point, for what is its own
  /// @param group hash of the place it shares with its neighbours
  double value(Weather now, long own, long group, double time_s);

  /// The shape of a profile; an unknown one wanders around 0.5.
  static SignalShape of(String profile) {
    return SHAPES.getOrDefault(profile, (_, own, _, t) -> 0.5 + 0.2 * Noise.wander(own, t, 600));
  }

  /// True while the pump of the group runs: it empties in the last third of each cycle what came in
  /// before.
  static boolean pumping(long group, double time_s, double cycle_s) {
    return phase(group, time_s, cycle_s) > 0.66;
  }

  /// Level of a well between `low` and `high` over the same cycle.
  static double well(long group, double time_s, double cycle_s, double low, double high) {
    double phase = phase(group, time_s, cycle_s);
    double part = phase <= 0.66 ? phase / 0.66 : (1 - phase) / 0.34;
    return low + (high - low) * part;
  }

  private static double phase(long group, double time_s, double cycle_s) {
    double cycles = time_s / cycle_s + Noise.unit(group, 77);
    return cycles - Math.floor(cycles);
  }

  private static double near(long key, double time_s, double period_s) {
    return Noise.wander(key, time_s, period_s);
  }

  private static double on(boolean state) {
    return state ? 1 : 0;
  }

  /// Energy since 2026, GJ: always rising, faster by day and when cold.
  private static double energy(long own, double time_s) {
    double hours = (time_s - 1_767_225_600d) / 3600;
    double power = 3 + 6 * Noise.unit(own, 3);
    double swing = 0.3 * 24 / (2 * Math.PI) * Math.sin(2 * Math.PI * hours / 24);
    return Math.max(0, power * (hours + swing));
  }

  private static double reserve(double value, double low, double high) {
    return Math.clamp(value, low, high);
  }

  Map<String, SignalShape> SHAPES =
      Map.ofEntries(
          Map.entry(
              "tunnel.o2", (_, o, g, t) -> 20.8 + 0.1 * near(g, t, 3600) + 0.05 * near(o, t, 300)),
          Map.entry(
              "tunnel.ch4",
              (_, o, g, t) ->
                  reserve(0.05 + 0.03 * near(g, t, 1800) + 0.01 * near(o, t, 120), 0, 1)),
          Map.entry(
              "tunnel.h2s",
              (_, o, g, t) -> reserve(0.8 + 0.4 * near(g, t, 3600) + 0.1 * near(o, t, 300), 0, 5)),
          Map.entry(
              "tunnel.temperature",
              (w, o, g, t) ->
                  17 + 0.12 * w.temperature_C() + 1.5 * Noise.unit(g, 1) + 0.3 * near(o, t, 900)),
          Map.entry(
              "tunnel.humidity",
              (w, o, g, t) ->
                  reserve(
                      66 + w.rain_mm_h() * 0.3 + 6 * near(g, t, 7200) + near(o, t, 600), 30, 86)),
          Map.entry(
              "tunnel.water-level",
              (w, o, g, t) ->
                  well(g, t, 5400, 0.12, 0.32 + Math.min(0.2, w.rain_mm_h() * 0.01))
                      + 0.005 * near(o, t, 60)),
          Map.entry("tunnel.smoke", (_, _, _, _) -> 0),
          Map.entry("tunnel.intrusion", (_, _, _, _) -> 0),
          Map.entry("tunnel.fan", (_, _, g, t) -> on(pumping(g, t, 7200))),
          Map.entry("tunnel.pump", (_, _, g, t) -> on(pumping(g, t, 5400))),
          Map.entry("tunnel.door", (_, _, _, _) -> 0),
          Map.entry(
              "tunnel.lighting",
              (w, _, g, _) ->
                  on(w.dayPart() > 0.36 && w.dayPart() < 0.46 && Noise.unit(g, 5) < 0.2)),
          Map.entry(
              "water.pressure",
              (w, o, g, t) ->
                  0.42
                      + 0.04 * Noise.unit(g, 1)
                      - 0.035 * w.demand()
                      + 0.006 * near(g, t, 600)
                      + 0.002 * near(o, t, 60)),
          Map.entry(
              "water.flow",
              (w, o, g, t) ->
                  (20 + 90 * Noise.unit(o, 2))
                      * w.demand()
                      * (1 + 0.08 * near(g, t, 900) + 0.03 * near(o, t, 120))),
          Map.entry(
              "water.turbidity",
              (w, o, g, t) ->
                  0.28 + 0.004 * w.rain_mm_h() + 0.08 * near(g, t, 7200) + 0.02 * near(o, t, 300)),
          Map.entry(
              "water.chlorine",
              (w, o, g, t) ->
                  0.42
                      - 0.002 * w.temperature_C()
                      + 0.05 * near(g, t, 5400)
                      + 0.01 * near(o, t, 300)),
          Map.entry(
              "water.tank-level",
              (w, o, g, t) ->
                  3.6 - 0.6 * (w.demand() - 1) + 0.4 * near(g, t, 10_800) + 0.01 * near(o, t, 60)),
          Map.entry(
              "water.pump-state",
              (w, o, g, _) -> on(w.demand() > 0.6 + 0.3 * Noise.unit(o, 4) * Noise.unit(g, 4))),
          Map.entry(
              "water.valve-position",
              (_, o, _, t) -> reserve(92 + 8 * Noise.unit(o, 4) + 2 * near(o, t, 3600), 0, 100)),
          Map.entry(
              "heat.supply-temperature",
              (w, o, g, t) -> 55 + 35 * w.heating() + near(g, t, 1800) + 0.3 * near(o, t, 300)),
          Map.entry(
              "heat.return-temperature",
              (w, o, g, t) -> 38 + 12 * w.heating() + near(g, t, 1800) + 0.3 * near(o, t, 300)),
          Map.entry(
              "heat.pressure",
              (_, o, g, t) ->
                  0.6 + 0.08 * Noise.unit(g, 1) + 0.01 * near(g, t, 900) + 0.002 * near(o, t, 60)),
          Map.entry(
              "heat.flow",
              (w, o, g, t) ->
                  (40 + 160 * Noise.unit(o, 2))
                      * (0.5 + 0.5 * w.heating())
                      * (1 + 0.04 * near(g, t, 900))),
          Map.entry("heat.energy", (_, o, _, t) -> energy(o, t)),
          Map.entry("heat.pump-state", (_, o, _, _) -> on(Noise.unit(o, 4) < 0.7)),
          Map.entry(
              "power.voltage",
              (w, o, g, t) ->
                  10.35 - 0.12 * w.demand() + 0.04 * near(g, t, 600) + 0.01 * near(o, t, 30)),
          Map.entry(
              "power.current",
              (w, o, g, t) ->
                  (40 + 120 * Noise.unit(o, 2))
                      * w.demand()
                      * (1 + 0.06 * near(g, t, 300) + 0.02 * near(o, t, 30))),
          Map.entry(
              "power.active-power",
              (w, o, g, t) ->
                  (600 + 1900 * Noise.unit(o, 2))
                      * w.demand()
                      * (1 + 0.06 * near(g, t, 300) + 0.02 * near(o, t, 30))),
          Map.entry("power.switch-state", (_, o, _, _) -> on(Noise.unit(o, 4) < 0.9)),
          Map.entry(
              "power.cable-temperature",
              (w, o, g, t) ->
                  26
                      + 0.2 * w.temperature_C()
                      + 9 * w.demand()
                      + 2 * near(g, t, 3600)
                      + 0.2 * near(o, t, 300)),
          Map.entry(
              "power.transformer-temperature",
              (w, o, g, t) ->
                  42
                      + 0.4 * w.temperature_C()
                      + 10 * w.demand()
                      + 2 * near(g, t, 3600)
                      + 0.3 * near(o, t, 300)),
          Map.entry(
              "gas.pressure",
              (w, o, g, t) ->
                  200
                      + 20 * Noise.unit(g, 1)
                      - 8 * w.demand()
                      + 2 * near(g, t, 900)
                      + 0.4 * near(o, t, 60)),
          Map.entry(
              "gas.flow",
              (w, o, g, t) ->
                  (30 + 200 * Noise.unit(o, 2)) * w.demand() * (1 + 0.06 * near(g, t, 900))),
          Map.entry("gas.leak", (_, _, _, _) -> 0),
          Map.entry(
              "sewer.level",
              (w, o, g, t) ->
                  well(g, t, 2700, 0.7, 1.3)
                      + Math.min(0.15, 0.006 * w.rain_mm_h())
                      + 0.01 * near(o, t, 60)),
          Map.entry(
              "sewer.flow",
              (w, o, g, t) ->
                  (15 + 120 * Noise.unit(o, 2))
                      * (0.8 * w.demand() + 0.01 * w.rain_mm_h())
                      * (1 + 0.05 * near(g, t, 600))),
          Map.entry(
              "sewer.h2s",
              (_, o, g, t) -> reserve(2 + 1.2 * near(g, t, 5400) + 0.3 * near(o, t, 300), 0, 8)),
          Map.entry("sewer.pump-state", (_, _, g, t) -> on(pumping(g, t, 2700))),
          Map.entry(
              "drainage.level",
              (w, o, g, t) ->
                  0.3 + 0.012 * w.rain_mm_h() + 0.05 * near(g, t, 3600) + 0.005 * near(o, t, 60)),
          Map.entry("drainage.rain", (w, o, _, t) -> w.rain_mm_h() * (1 + 0.2 * near(o, t, 1800))),
          Map.entry("drainage.pump-state", (w, _, _, _) -> on(w.rain_mm_h() > 4)),
          Map.entry(
              "drainage.underpass-level",
              (w, o, _, t) ->
                  reserve(0.01 + 0.001 * w.rain_mm_h() + 0.004 * near(o, t, 300), 0, 0.1)));
}
