package org.ronghe.model.point;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.measure.Require;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.provenance.Provenance;

/// A measuring point (测点): one quantity at one place.
///
/// @param id unique in the county, e.g. `T1.G.003.CH4`; letters, digits, `.`, `-`, `_`
/// @param nameEn the name in English; null when the package has none
/// @param profile the pack profile that gives its alarms, e.g. `tunnel.ch4`; null for none
/// @param quantity what is measured, e.g. `methane`, `pressure`, `flow`
/// @param unit UCUM-style symbol shown with every value, e.g. `%`, `kPa`, `m³/h`; empty for states
/// @param states labels by state code (index = code) when `valueKind` is STATE or BOOLEAN
/// @param statesEn the labels in English, as many as `states`; empty when the package has none
/// @param rangeLow lowest value the instrument can report; null when unknown
/// @param rangeHigh highest value the instrument can report; null when unknown
/// @param expectedInterval_s longest normal time between readings, seconds
/// @param location WGS-84 lon/lat
public record MeasuringPoint(
    String id,
    String name,
    @Nullable String nameEn,
    Utility utility,
    PointOwner owner,
    @Nullable String profile,
    String quantity,
    String unit,
    ValueKind valueKind,
    List<String> states,
    List<String> statesEn,
    @Nullable Double rangeLow,
    @Nullable Double rangeHigh,
    double expectedInterval_s,
    RetentionClass retention,
    Point location,
    Provenance provenance) {
  public MeasuringPoint {
    Require.that(isId(id), "point id " + id);
    Require.that(expectedInterval_s > 0, "expectedInterval_s must be positive");
    Require.that(
        rangeLow == null || rangeHigh == null || rangeLow < rangeHigh, "range of point " + id);
    states = List.copyOf(states);
    statesEn = List.copyOf(statesEn);
    Require.that(
        statesEn.isEmpty() || statesEn.size() == states.size(), "English states of point " + id);
  }

  /// A point whose name and states are in Chinese only.
  public MeasuringPoint(
      String id,
      String name,
      Utility utility,
      PointOwner owner,
      @Nullable String profile,
      String quantity,
      String unit,
      ValueKind valueKind,
      List<String> states,
      @Nullable Double rangeLow,
      @Nullable Double rangeHigh,
      double expectedInterval_s,
      RetentionClass retention,
      Point location,
      Provenance provenance) {
    this(
        id,
        name,
        null,
        utility,
        owner,
        profile,
        quantity,
        unit,
        valueKind,
        states,
        List.of(),
        rangeLow,
        rangeHigh,
        expectedInterval_s,
        retention,
        location,
        provenance);
  }

  /// True when `text` can be a point id: 1 to 120 letters, digits, `.`, `-`, `_`.
  public static boolean isId(String text) {
    int length = text.length();
    if (length == 0 || length > 120) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '-'
              || c == '_';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }
}
