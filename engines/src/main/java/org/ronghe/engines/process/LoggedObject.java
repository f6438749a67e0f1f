package org.ronghe.engines.process;

import java.time.OffsetDateTime;
import java.util.List;
import org.ronghe.model.measure.Require;

/// Something events are about: a case, a filing of a bundle, an applicant, a licence.
///
/// @param type e.g. `case`, `bundle`, `licence`
public record LoggedObject(
    String id, String type, List<Value> values, List<LoggedEvent.Related> related) {
  public LoggedObject {
    Require.filled(id, "object id");
    Require.filled(type, "object type");
    values = List.copyOf(values);
    related = List.copyOf(related);
  }

  /// An attribute and since when it has this value.
  public record Value(String name, String value, OffsetDateTime since) {}
}
