package org.ronghe.engines.bundle;

import java.util.List;

/// What came of planning a bundle.
public sealed interface BundleAnswer {
  /// It can be done, like this.
  record Planned(BundlePlan plan) implements BundleAnswer {}

  /// Services wait for each other in a circle.
  ///
  /// @param waits each for the next, the last for the first
  record Circle(List<Wait> waits) implements BundleAnswer {
    public Circle {
      waits = List.copyOf(waits);
    }
  }

  /// No version of these services is effective on the day.
  record NotEffective(List<String> services) implements BundleAnswer {
    public NotEffective {
      services = List.copyOf(services);
    }
  }

  /// `service` cannot begin before `producer` has given `licence`.
  record Wait(String service, String producer, String licence) {}
}
