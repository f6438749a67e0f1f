package org.ronghe.office.register;

import java.util.Optional;
import org.ronghe.model.county.County;
import org.ronghe.office.problem.Problem;

/// The county register: the one county this installation runs, kept in PostgreSQL, whole in memory.
public interface CountyRegister {
  /// The county as last imported; empty before the first import. Cheap: an immutable value.
  Optional<County> county();

  /// Replaces the county in one transaction and tells everyone with [CountyReplaced]. Importing the
  /// same county twice changes nothing.
  ImportSummary replace(County county, String by);

  /// What to answer while there is no county yet.
  static Problem noCounty() {
    return Problem.notFound("no-county", "尚未导入县域数据包。", "No county has been imported yet.")
        .next("运行 ./ronghe import 目录，导入一个县域数据包。", "Run ./ronghe import DIR with a county package.");
  }
}
