package org.ronghe.counties;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Utility;

/// The measuring points (测点) of the county, as one sheet.
final class Points {
  /// What a point sits on.
  ///
  /// @param spot null when it is where its owner is
  record Owner(String kind, String id, @Nullable Double chainage_m, @Nullable Spot spot) {}

  private final EnglishNames english;
  private final Sheet sheet =
      new Sheet(
          "id",
          "name",
          "name_en",
          "utility",
          "owner_kind",
          "owner",
          "chainage_m",
          "profile",
          "quantity",
          "unit",
          "value_kind",
          "states",
          "states_en",
          "range_low",
          "range_high",
          "interval_s",
          "retention",
          "lon",
          "lat");
  private final Map<String, Integer> countByUtility = new LinkedHashMap<>();

  Points(EnglishNames english) {
    this.english = english;
  }

  Sheet sheet() {
    return sheet;
  }

  Map<String, Integer> countByUtility() {
    return countByUtility;
  }

  /// Adds one point with the habits of its profile.
  void add(String id, String name, Utility utility, Owner owner, Profile profile) {
    add(id, name, utility, owner, profile, profile.interval_s());
  }

  /// Adds one point that reports at an interval of its own.
  void add(
      String id, String name, Utility utility, Owner owner, Profile profile, String interval_s) {
    Spot spot = owner.spot();
    Double chainage = owner.chainage_m();
    sheet.row(
        id,
        name,
        english.of(name),
        utility.code(),
        owner.kind(),
        owner.id(),
        chainage == null ? "" : Frame.text(chainage, 1),
        profile.code(),
        profile.quantity(),
        profile.unit(),
        profile.valueKind(),
        profile.states(),
        english.ofStates(profile.states()),
        profile.rangeLow(),
        profile.rangeHigh(),
        interval_s,
        profile.retention(),
        spot == null ? "" : Frame.lonText(spot),
        spot == null ? "" : Frame.latText(spot));
    countByUtility.merge(utility.code(), 1, Integer::sum);
  }
}
