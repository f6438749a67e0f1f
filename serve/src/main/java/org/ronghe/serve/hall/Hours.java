package org.ronghe.serve.hall;

/// When an outlet is open on working days, minutes of the day. Examples (示例) until the county
/// package brings its own.
///
/// @param slot_min length of an appointment slot
/// @param perSlot appointments that can be booked in a slot
public record Hours(
    int opens_min, int noon_min, int afternoon_min, int closes_min, int slot_min, int perSlot) {
  static final Hours CENTRE = new Hours(8 * 60 + 30, 12 * 60, 14 * 60, 17 * 60 + 30, 30, 4);
  static final Hours VILLAGE = new Hours(9 * 60, 12 * 60, 14 * 60, 17 * 60, 60, 1);

  /// True for the beginning of a slot within opening hours.
  boolean isSlot(int at_min) {
    boolean morning = at_min >= opens_min && at_min + slot_min <= noon_min;
    boolean afternoon = at_min >= afternoon_min && at_min + slot_min <= closes_min;
    return morning && (at_min - opens_min) % slot_min == 0
        || afternoon && (at_min - afternoon_min) % slot_min == 0;
  }
}
