package org.ronghe.engines.alarm;

/// Where one alarm (a rule on a point) is in its life. Named after the letters of the alarm state
/// diagram of ISA-18.2 and, in OPC UA Part 9 (Alarms & Conditions), the pair
/// ActiveState/AckedState.
///
/// Shelved, suppressed and out-of-service (E, F, G) come as further records with the full life.
public sealed interface AlarmState {
  /// The one normal state.
  AlarmState NORMAL = new Normal();

  /// True while the condition stands (after its delays).
  boolean active();

  /// True when nobody needs to acknowledge it.
  boolean acknowledged();

  /// A: nothing wrong, nothing to acknowledge. OPC UA: inactive, acked.
  record Normal() implements AlarmState {
    @Override
    public boolean active() {
      return false;
    }

    @Override
    public boolean acknowledged() {
      return true;
    }
  }

  /// B: wrong, and nobody has said they saw it. OPC UA: active, unacked.
  record UnacknowledgedActive(long raisedAt_us) implements AlarmState {
    @Override
    public boolean active() {
      return true;
    }

    @Override
    public boolean acknowledged() {
      return false;
    }
  }

  /// C: wrong, and someone is on it. OPC UA: active, acked.
  record AcknowledgedActive(long raisedAt_us, long acknowledgedAt_us) implements AlarmState {
    @Override
    public boolean active() {
      return true;
    }

    @Override
    public boolean acknowledged() {
      return true;
    }
  }

  /// D: went away before anyone saw it. OPC UA: inactive, unacked.
  record UnacknowledgedReturned(long raisedAt_us, long returnedAt_us) implements AlarmState {
    @Override
    public boolean active() {
      return false;
    }

    @Override
    public boolean acknowledged() {
      return false;
    }
  }
}
