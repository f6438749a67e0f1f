package org.ronghe.engines.rule.benefit;

import java.util.Map;
import java.util.Set;

/// 合成: one person of a synthetic register.
///
/// @param known what is known of them, as FEEL values
/// @param receives ids of the benefits they already receive
public record SyntheticPerson(
    int index, PeopleCell cell, int age, Map<String, Object> known, Set<String> receives) {
  public String id() {
    return String.valueOf(known.get("id"));
  }
}
