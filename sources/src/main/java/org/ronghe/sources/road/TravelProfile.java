package org.ronghe.sources.road;

import com.graphhopper.routing.ev.BikeRoadAccess;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.HikeRating;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.MtbRating;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehiclePriority;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.util.EdgeIteratorState;
import java.util.List;
import java.util.Locale;

/// How someone travels. Which roads are open and how quick each is, is what GraphHopper's models of
/// the same name (`car.json`, `bike.json`, `foot.json`) say; their preferences for pleasant or
/// short ways are left out, so that the time found is the least there is.
public enum TravelProfile {
  CAR(
      List.of(VehicleAccess.key("car"), VehicleSpeed.key("car")),
      List.of("motorcar", "motor_vehicle"),
      List.of("footway", "construction", "cycleway", "path", "steps")),
  BIKE(
      List.of(
          VehicleAccess.key("bike"),
          VehicleSpeed.key("bike"),
          VehiclePriority.key("bike"),
          Roundabout.KEY,
          BikeRoadAccess.KEY,
          MtbRating.KEY,
          HikeRating.KEY),
      List.of("bicycle"),
      List.of()),
  FOOT(
      List.of(
          VehicleAccess.key("foot"),
          VehicleSpeed.key("foot"),
          VehiclePriority.key("foot"),
          HikeRating.KEY),
      List.of(),
      List.of());

  /// Pushing a bicycle, or riding where only residents may, km/h.
  private static final double PUSHED_KM_H = 6;

  /// GraphHopper's names of what has to be read from the tags.
  final List<String> encodedValues;

  /// Whose turn restrictions hold; nobody's on foot.
  final List<String> restrictedVehicles;

  /// Kinds of way that are not worth reading.
  final List<String> ignoredHighways;

  TravelProfile(
      List<String> encodedValues, List<String> restrictedVehicles, List<String> ignoredHighways) {
    this.encodedValues = encodedValues;
    this.restrictedVehicles = restrictedVehicles;
    this.ignoredHighways = ignoredHighways;
  }

  /// As on the command line: `car`, `bike`, `foot`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Speeds speeds(EncodingManager values) {
    BooleanEncodedValue access = values.getBooleanEncodedValue(VehicleAccess.key(word()));
    DecimalEncodedValue speed = values.getDecimalEncodedValue(VehicleSpeed.key(word()));
    return switch (this) {
      case CAR -> (edge, back) -> is(access, edge, back) ? number(speed, edge, back) : 0;
      case BIKE -> bike(values, access, speed);
      case FOOT -> {
        DecimalEncodedValue priority = values.getDecimalEncodedValue(VehiclePriority.key(word()));
        IntEncodedValue hike = values.getIntEncodedValue(HikeRating.KEY);
        yield (edge, back) ->
            is(access, edge, back) && edge.get(hike) < 2 && number(priority, edge, back) > 0
                ? number(speed, edge, back)
                : 0;
      }
    };
  }

  private Speeds bike(
      EncodingManager values, BooleanEncodedValue access, DecimalEncodedValue speed) {
    DecimalEncodedValue priority = values.getDecimalEncodedValue(VehiclePriority.key(word()));
    BooleanEncodedValue roundabout = values.getBooleanEncodedValue(Roundabout.KEY);
    IntEncodedValue hike = values.getIntEncodedValue(HikeRating.KEY);
    IntEncodedValue mtb = values.getIntEncodedValue(MtbRating.KEY);
    EnumEncodedValue<BikeRoadAccess> road =
        values.getEnumEncodedValue(BikeRoadAccess.KEY, BikeRoadAccess.class);
    return (edge, back) -> {
      boolean pushed = !is(access, edge, back);
      if (pushed && (!is(access, edge, !back) || edge.get(roundabout))
          || number(priority, edge, back) <= 0
          || edge.get(mtb) > 2
          || edge.get(hike) > 1) {
        return 0;
      }
      BikeRoadAccess may = edge.get(road);
      boolean slow = pushed || may == BikeRoadAccess.PRIVATE || may == BikeRoadAccess.DESTINATION;
      double km_h = number(speed, edge, back);
      return slow ? Math.min(PUSHED_KM_H, km_h) : km_h;
    };
  }

  private static boolean is(BooleanEncodedValue value, EdgeIteratorState edge, boolean back) {
    return back ? edge.getReverse(value) : edge.get(value);
  }

  private static double number(DecimalEncodedValue value, EdgeIteratorState edge, boolean back) {
    return back ? edge.getReverse(value) : edge.get(value);
  }

  /// How quick a stretch is in one direction.
  interface Speeds {
    /// Kilometres an hour; 0 where it is closed.
    double km_h(EdgeIteratorState edge, boolean back);
  }
}
