package org.ronghe.model.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The head of the implementation list (实施清单), under the standard's own field names
/// (`catalog_code`, `dept_name`, `promise_day` …; GB/T 39554, GB/T 39046).
public record Header(Map<String, String> fields) {
  public Header {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// The field; empty when the list does not give it.
  public String text(String field) {
    return fields.getOrDefault(field, "");
  }

  /// 法定办结时限 in its unit.
  public int legal_days() {
    return Integer.parseInt(text("anticipate_day"));
  }

  /// 承诺办结时限 in its unit.
  public int promised_days() {
    return Integer.parseInt(text("promise_day"));
  }
}
