package org.ronghe.model.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronghe.model.measure.Require;
import org.ronghe.model.point.ValueKind;

/// What points of one kind have in common: what they measure and when that is alarming.
///
/// @param id e.g. `tunnel.ch4`
/// @param quantity e.g. `methane`
/// @param unit unit of the values and of all limits; empty for states
/// @param states labels by state code when `valueKind` is STATE or BOOLEAN
/// @param source where the profile's figures come from
public record Profile(
    String id,
    Words name,
    String quantity,
    String unit,
    ValueKind valueKind,
    List<Words> states,
    Words source,
    List<AlarmDeclaration> alarms) {
  public Profile {
    Require.filled(id, "profile id");
    Require.filled(quantity, "quantity of " + id);
    states = List.copyOf(states);
    alarms = List.copyOf(alarms);
    Set<String> seen = new HashSet<>();
    for (AlarmDeclaration alarm : alarms) {
      Require.that(seen.add(alarm.id()), "two alarms of " + id + " are called " + alarm.id());
    }
  }

  /// The rule id of one of its alarms, as the whole platform writes it: `tunnel.ch4/high-high`.
  public String ruleId(AlarmDeclaration alarm) {
    return id + "/" + alarm.id();
  }

  /// The alarm with this id (without the profile's).
  public Optional<AlarmDeclaration> alarm(String alarmId) {
    return alarms.stream().filter(alarm -> alarm.id().equals(alarmId)).findFirst();
  }
}
