package org.ronghe.server.cli;

import java.util.Optional;
import java.util.function.Function;

/// The county on a data folder, whether it runs or not.
final class AnyCounty {
  private AnyCounty() {}

  /// Asks the county that runs; when none does, opens its records and works on them in one
  /// transaction.
  static <T> T ask(
      DataOption option, Function<LocalCounty, T> running, Function<StoppedCounty, T> stopped) {
    Optional<LocalCounty> found = LocalCounty.on(option.data);
    if (found.isPresent()) {
      return running.apply(found.get());
    }
    try (StoppedCounty county = StoppedCounty.open(option)) {
      return county.inTransaction(() -> stopped.apply(county));
    }
  }
}
