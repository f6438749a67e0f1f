package org.ronghe.office.register;

import java.util.Optional;
import org.ronghe.model.county.County;

/// The county register: the one county this installation runs, kept in PostgreSQL, whole in memory.
public interface CountyRegister {
  /// The county as last imported; empty before the first import. Cheap: an immutable value.
  Optional<County> county();

  /// Replaces the county in one transaction and tells everyone with [CountyReplaced]. Importing the
  /// same county twice changes nothing.
  ImportSummary replace(County county, String by);
}
