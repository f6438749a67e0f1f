package org.ronghe.model.service;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.model.pack.Words;

/// All services in all versions, the bundles, and what they share. Immutable.
///
/// @param roles role to its name, e.g. `child` to 新生儿
/// @param departments code to name
public record Catalogue(
    Map<String, Words> departments,
    Map<String, Words> roles,
    Map<String, Element> elements,
    Map<String, LicenceKind> licences,
    List<Service> services,
    List<Bundle> bundles) {
  public static final Catalogue EMPTY =
      new Catalogue(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of());

  public Catalogue {
    departments = ordered(departments);
    roles = ordered(roles);
    elements = ordered(elements);
    licences = ordered(licences);
    services = List.copyOf(services);
    bundles = List.copyOf(bundles);
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /// The version new cases begin with on `day`; the newest when several are effective.
  public Optional<Service> current(String id, LocalDate day) {
    return services.stream()
        .filter(service -> service.id().equals(id) && service.isEffective(day))
        .max(Comparator.comparing(Service::effectiveFrom));
  }

  public Optional<Service> service(ServiceKey key) {
    return services.stream().filter(service -> service.key().equals(key)).findFirst();
  }

  public Optional<Bundle> bundle(String id) {
    return bundles.stream().filter(bundle -> bundle.id().equals(id)).findFirst();
  }
}
