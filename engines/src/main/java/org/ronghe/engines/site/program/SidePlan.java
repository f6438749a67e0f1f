package org.ronghe.engines.site.program;

import java.util.List;
import org.ronghe.engines.site.Distances;
import org.ronghe.engines.site.Model;

/// A question of where to build under side constraints.
///
/// @param room of each site, for the facilities there; infinite for any
/// @param town which demands are town, the others are village; for [Limits#gap] only
/// @param phases in order; empty means everything at once
/// @param byCost LSCP minimises the cost rather than the number of sites
public record SidePlan(
    Model model,
    Distances distances,
    List<Service> services,
    List<Facility> facilities,
    double[] room,
    boolean[] town,
    List<Phase> phases,
    List<Merge> merges,
    Limits limits,
    boolean byCost) {
  public SidePlan {
    services = List.copyOf(services);
    facilities = List.copyOf(facilities);
    phases = phases.isEmpty() ? List.of(Phase.ONLY) : List.copyOf(phases);
    merges = List.copyOf(merges);
    if (room.length != distances.sites() || town.length != distances.demands()) {
      throw new IllegalArgumentException("room for each site, town or village for each demand");
    }
    for (Service service : services) {
      if (service.weight().length != distances.demands()) {
        throw new IllegalArgumentException("a weight for each demand");
      }
    }
  }

  /// Whether some facility can serve only so much.
  boolean hasCapacities() {
    return facilities.stream().anyMatch(one -> one.capacity() < Double.POSITIVE_INFINITY);
  }

  /// What stands at a site for a service before anything is done; -1 for nothing.
  public int now(int site, int service) {
    for (int f = 0; f < facilities.size(); f++) {
      Facility one = facilities.get(f);
      if (one.now() && one.site() == site && one.service() == service) {
        return f;
      }
    }
    return -1;
  }
}
