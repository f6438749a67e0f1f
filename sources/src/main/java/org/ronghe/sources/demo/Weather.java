package org.ronghe.sources.demo;

/// The weather of one moment over a county at 36° north, 113° east.
///
/// @param temperature_C outside air
/// @param rain_mm_h rain now
/// @param dayPart local solar day, 0 at midnight to 1
record Weather(double temperature_C, double rain_mm_h, double dayPart) {
  private static final double DAY_S = 86_400;
  private static final double YEAR_S = 365.2425 * DAY_S;
  private static final double LONGITUDE_PART = 113.0 / 360;

  static Weather at(long seed, double time_s) {
    double day = time_s / DAY_S + LONGITUDE_PART;
    double dayPart = day - Math.floor(day);
    double yearPart = time_s / YEAR_S - Math.floor(time_s / YEAR_S);
    double season = -Math.cos(2 * Math.PI * (yearPart - 0.055)); // coldest in late January
    double daily =
        -Math.cos(2 * Math.PI * (dayPart - 0.1)); // coldest before dawn, warmest at 14:30
    double front = Noise.wander(seed ^ 0x57EA, time_s, 2.5 * DAY_S);
    double temperature = 9.5 + 14.5 * season + 5.5 * daily + 4 * front;
    double wet = Noise.wander(seed ^ 0x3A1, time_s, 0.4 * DAY_S) - (0.72 - 0.15 * season);
    double rain = wet <= 0 ? 0 : 30 * wet * (1 + 0.5 * Noise.wander(seed ^ 0xD30, time_s, 900));
    return new Weather(temperature, Math.max(0, rain), dayPart);
  }

  /// How much a town draws now against its daily mean: low at night, peaks at 7:30 and 19:00.
  double demand() {
    double morning = bump(dayPart, 7.5 / 24, 1.6 / 24);
    double noon = bump(dayPart, 12 / 24.0, 1.5 / 24);
    double evening = bump(dayPart, 19 / 24.0, 2.4 / 24);
    return 0.55 + 0.75 * morning + 0.35 * noon + 0.8 * evening;
  }

  /// 0 when warm (no heating above 12 °C), 1 at -12 °C.
  double heating() {
    return Math.clamp((12 - temperature_C) / 24, 0, 1.2);
  }

  private static double bump(double at, double centre, double width) {
    double distance = Math.abs(at - centre);
    double around = Math.min(distance, 1 - distance);
    return Math.exp(-around * around / (2 * width * width));
  }
}
