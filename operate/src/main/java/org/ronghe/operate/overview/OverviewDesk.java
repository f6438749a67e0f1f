package org.ronghe.operate.overview;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.operate.atlas.Atlas;
import org.ronghe.operate.atlas.AtlasKeeper;
import org.ronghe.operate.live.RateBoard;
import org.ronghe.operate.point.PointDesk;
import org.ronghe.operate.tunnel.TunnelDesk;
import org.springframework.stereotype.Component;

/// The county in figures, by township, utility and tunnel.
@Component
public class OverviewDesk {
  private final AtlasKeeper keeper;
  private final PointDesk points;
  private final TunnelDesk tunnels;
  private final RateBoard rates;

  OverviewDesk(AtlasKeeper keeper, PointDesk points, TunnelDesk tunnels, RateBoard rates) {
    this.keeper = keeper;
    this.points = points;
    this.tunnels = tunnels;
    this.rates = rates;
  }

  /// Empty while no county has been imported.
  public Optional<Overview> overview() {
    return keeper
        .atlas()
        .map(atlas ->
            new Overview(
                atlas.county().head().synthetic(),
                rates.now().perSecond(),
                townships(atlas),
                utilities(atlas),
                tunnels.all()));
  }

  private List<Overview.Township> townships(Atlas atlas) {
    Population population = new Population(atlas.county());
    return atlas.county().divisions().stream()
        .filter(division -> division.level() == DivisionLevel.TOWNSHIP)
        .map(division -> township(division, population, atlas.pointsInTownship(division.code())))
        .toList();
  }

  private Overview.Township township(
      Division division, Population population, List<MeasuringPoint> own) {
    OptionalLong people = population.of(division.code());
    OptionalDouble urban = population.urbanShare(division.code());
    return new Overview.Township(
        division.code(),
        division.name(),
        division.nameEn(),
        people.isPresent() ? people.getAsLong() : null,
        urban.isPresent() ? urban.getAsDouble() : null,
        own.size(),
        points.countAlarms(own),
        points.countStale(own),
        bbox(division.geometry()),
        population.synthetic(division.code()));
  }

  private static double @Nullable [] bbox(@Nullable Geometry geometry) {
    if (geometry == null) {
      return null;
    }
    Envelope box = geometry.getEnvelopeInternal();
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  private List<Overview.UtilityFigures> utilities(Atlas atlas) {
    Map<Utility, List<NetworkLink>> links =
        atlas.county().links().stream().collect(groupingBy(NetworkLink::utility));
    Map<Utility, Long> nodes =
        atlas.county().nodes().stream().collect(groupingBy(node -> node.utility(), counting()));
    return Arrays.stream(Utility.values())
        .filter(utility -> !atlas.pointsOfUtility(utility).isEmpty() || links.containsKey(utility))
        .map(utility ->
            figures(
                utility,
                nodes.getOrDefault(utility, 0L),
                links.getOrDefault(utility, List.of()),
                atlas.pointsOfUtility(utility)))
        .toList();
  }

  private Overview.UtilityFigures figures(
      Utility utility, long nodes, List<NetworkLink> links, List<MeasuringPoint> measured) {
    return new Overview.UtilityFigures(
        utility.code(),
        (int) nodes,
        links.size(),
        links.stream().mapToDouble(NetworkLink::length_m).sum() / 1000,
        measured.size(),
        points.countAlarms(measured),
        points.countStale(measured));
  }
}
