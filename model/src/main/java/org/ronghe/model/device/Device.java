package org.ronghe.model.device;

import java.util.List;
import org.ronghe.model.measure.Require;

/// A sender of readings.
///
/// @param name user name, also the topic level it publishes under
/// @param pointPatterns which points it may write: ids with `*` for any run of characters
public record Device(String name, List<String> pointPatterns, boolean enabled) {
  public Device {
    Require.filled(name, "name");
    pointPatterns = List.copyOf(pointPatterns);
  }

  /// True when this device may write (and read back) the point.
  public boolean owns(String point) {
    // Asked for every reading: a stream here was a tenth of all that the door allocates.
    for (String pattern : pointPatterns) {
      if (matches(pattern, point)) {
        return true;
      }
    }
    return false;
  }

  /// Glob match with `*` only; linear, no backtracking blow-up.
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
