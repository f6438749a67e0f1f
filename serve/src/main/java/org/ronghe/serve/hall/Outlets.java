package org.ronghe.serve.hall;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.ronghe.model.county.County;
import org.ronghe.model.facility.Facility;
import org.ronghe.model.service.Service;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.register.CountyRegister;
import org.springframework.stereotype.Component;

/// Where a person can go: service centres and points of the county package. The county's own centre
/// is the one with the lowest division code (the county's own, or that of the county town, which
/// the codes of a county list first); other centres serve a township, points a village.
@Component
public class Outlets {
  private static final double EARTH_m = 6_371_008.8;
  private static final int VILLAGE_CODE = 12;

  private final CountyRegister register;
  private volatile Known known = new Known(null, List.of(), Map.of());

  Outlets(CountyRegister register) {
    this.register = register;
  }

  /// @param nameEn the name in English; null when the package has none
  /// @param level `county`, `township` or `village`
  /// @param can what can be done there for the service asked about; empty when none was
  /// @param distance_m straight from where one stands; null when that is not known
  public record Outlet(
      String id,
      String name,
      @Nullable String nameEn,
      String level,
      String division,
      double longitude,
      double latitude,
      Hours hours,
      List<String> can,
      @Nullable Double distance_m,
      boolean synthetic) {}

  /// Outlets where something can be done, nearest first when `from` is given.
  ///
  /// @param service what for; null for anything
  public List<Outlet> find(@Nullable Service service, @Nullable Coordinate from, int limit) {
    return known().centres().stream()
        .map(centre -> outlet(centre, service, from))
        .filter(outlet -> service == null || !outlet.can().isEmpty())
        .sorted(
            from == null
                ? Comparator.comparing((Outlet outlet) -> outlet.id())
                : Comparator.comparingDouble(
                    outlet -> outlet.distance_m() == null ? 0 : outlet.distance_m()))
        .limit(limit)
        .toList();
  }

  public Outlet one(String id) {
    return Optional.ofNullable(known().byId().get(id))
        .map(centre -> outlet(centre, null, null))
        .orElseThrow(
            () -> Problem.notFound("no-outlet", "没有这个办事点：" + id, "There is no outlet " + id + "."));
  }

  /// The outlets of the county as it stands; worked out once for each county.
  private Known known() {
    County county = register.county().orElse(null);
    Known now = known;
    if (now.county() != county) {
      now = Known.of(county);
      known = now;
    }
    return now;
  }

  private record Centre(Facility facility, String level) {}

  private record Known(@Nullable County county, List<Centre> centres, Map<String, Centre> byId) {
    static Known of(@Nullable County county) {
      List<Facility> found =
          county == null
              ? List.of()
              : county.facilities().stream()
                  .filter(one ->
                      one.type().equals("service-centre") || one.type().equals("service-point"))
                  .toList();
      String first =
          found.stream()
              .filter(one -> one.type().equals("service-centre"))
              .min(Comparator.comparing(Facility::divisionCode).thenComparing(Facility::id))
              .map(Facility::id)
              .orElse("");
      List<Centre> centres = found.stream().map(one -> new Centre(one, level(one, first))).toList();
      return new Known(
          county,
          centres,
          centres.stream().collect(Collectors.toMap(one -> one.facility().id(), one -> one)));
    }

    private static String level(Facility facility, String first) {
      if (facility.type().equals("service-point")
          || facility.divisionCode().length() == VILLAGE_CODE) {
        return "village";
      }
      return facility.id().equals(first) ? "county" : "township";
    }
  }

  private static Outlet outlet(
      Centre centre, @Nullable Service service, @Nullable Coordinate from) {
    Facility facility = centre.facility();
    String level = centre.level();
    List<String> can =
        service == null
            ? List.of()
            : service.outlets().stream()
                .filter(outlet -> outlet.level().equals(level))
                .findFirst()
                .map(org.ronghe.model.service.Outlet::can)
                .orElse(List.of());
    Coordinate at = facility.location().getCoordinate();
    return new Outlet(
        facility.id(),
        facility.name(),
        facility.nameEn(),
        level,
        facility.divisionCode(),
        at.x,
        at.y,
        level.equals("village") ? Hours.VILLAGE : Hours.CENTRE,
        can,
        from == null ? null : distance_m(from, at),
        facility.provenance().synthetic());
  }

  private static double distance_m(Coordinate from, Coordinate to) {
    double phi1 = Math.toRadians(from.y);
    double phi2 = Math.toRadians(to.y);
    double half =
        Math.pow(Math.sin((phi2 - phi1) / 2), 2)
            + Math.cos(phi1)
                * Math.cos(phi2)
                * Math.pow(Math.sin(Math.toRadians(to.x - from.x) / 2), 2);
    return 2 * EARTH_m * Math.asin(Math.min(1, Math.sqrt(half)));
  }
}
