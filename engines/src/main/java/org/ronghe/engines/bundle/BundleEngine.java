package org.ronghe.engines.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Service;

/// Works out a bundle from what its services say about themselves.
public final class BundleEngine {
  private BundleEngine() {}

  /// The plan of `bundle` with the versions effective on `day`.
  ///
  /// @param leftOut services the applicant does not want
  public static BundleAnswer plan(
      Catalogue catalogue, Bundle bundle, LocalDate day, Set<String> leftOut) {
    Map<String, Bundle.Part> parts = new LinkedHashMap<>();
    List<Service> services = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Bundle.Part part : bundle.services()) {
      if (leftOut.contains(part.service()) || parts.put(part.service(), part) != null) {
        continue;
      }
      Optional<Service> service = catalogue.current(part.service(), day);
      service.ifPresentOrElse(services::add, () -> missing.add(part.service()));
    }
    if (!missing.isEmpty()) {
      return new BundleAnswer.NotEffective(missing);
    }
    Waits waits = new Waits(services);
    return waits
        .order(services)
        .<BundleAnswer>map(
            ordered -> new BundleAnswer.Planned(plan(catalogue, bundle, parts, ordered, waits)))
        .orElseGet(() -> new BundleAnswer.Circle(waits.circle()));
  }

  private static BundlePlan plan(
      Catalogue catalogue,
      Bundle bundle,
      Map<String, Bundle.Part> parts,
      List<Service> ordered,
      Waits waits) {
    Schedule promised = new Schedule(ordered, waits, one -> Days.promised(one.header()));
    Schedule legal = new Schedule(ordered, waits, one -> Days.legal(one.header()));
    List<BundlePlan.Question> form =
        new MergedForm(catalogue, bundle, ordered, waits, parts).questions();
    List<BundlePlan.Paper> papers = MergedPapers.of(ordered, parts);
    BundlePlan.Gains gains = Gained.count(ordered, form, papers, promised, legal);
    List<BundlePlan.Planned> planned =
        ordered.stream()
            .map(service ->
                new BundlePlan.Planned(
                    service,
                    parts.getOrDefault(service.id(), new Bundle.Part(service.id(), false, null)),
                    waits.of(service.id()),
                    promised.wave(service.id()),
                    Days.promised(service.header()),
                    promised.start(service.id()),
                    promised.finish(service.id()),
                    promised.slack(service.id())))
            .toList();
    return new BundlePlan(
        bundle,
        planned,
        form,
        papers,
        promised.waves(),
        promised.criticalPath(),
        promised.end(),
        gains,
        Compared.all(bundle, ordered.size(), gains));
  }
}
