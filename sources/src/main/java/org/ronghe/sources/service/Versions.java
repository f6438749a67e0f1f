package org.ronghe.sources.service;

import java.time.LocalDate;
import java.util.List;
import org.ronghe.model.service.Service;
import org.ronghe.sources.pack.PackNotice;

/// On each day new cases begin with one version.
final class Versions {
  private Versions() {}

  static void check(List<Service> services, List<PackNotice> all) {
    for (Service a : services) {
      for (Service b : services) {
        boolean later = a.id().equals(b.id()) && a.effectiveFrom().isBefore(b.effectiveFrom());
        boolean same =
            a.id().equals(b.id())
                && a.effectiveFrom().equals(b.effectiveFrom())
                && a.key().version().compareTo(b.key().version()) < 0;
        LocalDate end = a.effectiveUntil();
        if (same || (later && end != null && !end.isBefore(b.effectiveFrom()))) {
          new Notices(b.id() + "/" + b.key().version() + "/service.yaml", all)
              .add(
                  "versions-overlap",
                  "/effective_from",
                  b.effectiveFrom().toString(),
                  "与版本 " + a.key().version() + " 的有效期重叠。",
                  "It overlaps version " + a.key().version() + ".");
        }
      }
    }
  }
}
