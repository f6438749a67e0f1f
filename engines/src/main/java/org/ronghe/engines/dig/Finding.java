package org.ronghe.engines.dig;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that stands against an opening, or must be minded.
public sealed interface Finding {
  /// How much it matters.
  Weight weight();

  /// How much a finding matters.
  enum Weight {
    /// Not without another decision.
    FORBIDS,
    /// Only with the owner's consent or presence.
    NEEDS_CONSENT,
    /// Should become one opening.
    COORDINATE
  }

  /// The trench crosses a line.
  ///
  /// @param depthUnknown the line's depth is not known: find it by hand before a machine digs
  /// @param above_m soil left between the bottom of the trench and the line's crown; below 0 when
  ///   the trench is deeper; null when the depth is unknown
  record Crosses(BuriedLine line, boolean depthUnknown, @Nullable Double above_m)
      implements Finding {
    @Override
    public Weight weight() {
      return Weight.NEEDS_CONSENT;
    }
  }

  /// The new line would run beside another, nearer than allowed.
  ///
  /// @param along_m how far they run side by side
  record TooClose(BuriedLine line, double distance_m, double least_m, double along_m, String clause)
      implements Finding {
    @Override
    public Weight weight() {
      return Weight.FORBIDS;
    }
  }

  /// The trench comes into the guarded zone of a utility tunnel.
  record InTunnelZone(BuriedLine tunnel, double distance_m, double zone_m, String clause)
      implements Finding {
    @Override
    public Weight weight() {
      return Weight.NEEDS_CONSENT;
    }
  }

  /// The road was built or resurfaced too short a time ago. In an emergency: to be approved
  /// afterwards.
  ///
  /// @param until the first day on which it may be dug
  record Embargo(Surfacing surfacing, LocalDate until, boolean emergency, String clause)
      implements Finding {
    @Override
    public Weight weight() {
      return emergency ? Weight.NEEDS_CONSENT : Weight.FORBIDS;
    }
  }

  /// Another opening of the same ground at about the same time.
  ///
  /// @param shared_m metres of this trench that lie within reach of the other
  /// @param daysApart days between the two; 0 when they overlap
  record Meets(Opening other, double shared_m, long daysApart) implements Finding {
    @Override
    public Weight weight() {
      return Weight.COORDINATE;
    }
  }
}
