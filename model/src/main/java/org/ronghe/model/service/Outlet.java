package org.ronghe.model.service;

import java.util.List;
import org.ronghe.model.measure.Require;

/// What can be done at which level: `county`, `township`, `village`, `online`.
///
/// @param can of `consult`, `file`, `correct`, `collect`
public record Outlet(String level, List<String> can) {
  public Outlet {
    Require.filled(level, "level");
    can = List.copyOf(can);
  }
}
