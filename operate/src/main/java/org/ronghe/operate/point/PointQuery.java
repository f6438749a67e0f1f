package org.ronghe.operate.point;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;

/// Which points a list shows; the conditions add up.
///
/// @param owner id of what they measure on; null for all
/// @param text part of id or name; empty for all
public record PointQuery(@Nullable Utility utility, @Nullable String owner, String text) {
  boolean matches(MeasuringPoint point) {
    return (utility == null || point.utility() == utility)
        && (owner == null || point.owner().id().equals(owner))
        && (has(point.id()) || has(point.name()));
  }

  private boolean has(String words) {
    return words.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
  }
}
