package org.ronghe.operate.tunnel;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.ronghe.model.county.County;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;
import org.ronghe.operate.atlas.Atlas;
import org.ronghe.operate.atlas.AtlasKeeper;
import org.ronghe.operate.point.PointDesk;
import org.ronghe.operate.point.PointNow;
import org.springframework.stereotype.Component;

/// Tunnels as the duty officer sees them.
@Component
public class TunnelDesk {
  private final AtlasKeeper keeper;
  private final PointDesk points;

  TunnelDesk(AtlasKeeper keeper, PointDesk points) {
    this.keeper = keeper;
    this.points = points;
  }

  /// All tunnels, in package order.
  public List<TunnelSummary> all() {
    return keeper.atlas().stream()
        .flatMap(atlas -> atlas.county().tunnels().stream().map(tunnel -> summary(atlas, tunnel)))
        .toList();
  }

  /// The long section, or empty when there is no such tunnel.
  public Optional<TunnelProfile> profile(String id) {
    return keeper
        .atlas()
        .flatMap(atlas ->
            atlas.county().tunnels().stream()
                .filter(tunnel -> tunnel.id().equals(id))
                .findFirst()
                .map(tunnel -> profile(atlas, tunnel)));
  }

  private TunnelSummary summary(Atlas atlas, Tunnel tunnel) {
    List<MeasuringPoint> own = atlas.pointsOfTunnel(tunnel.id());
    List<String> bays =
        atlas.county().compartments().stream()
            .filter(bay -> bay.tunnelId().equals(tunnel.id()))
            .map(Compartment::id)
            .toList();
    long sections =
        atlas.county().sections().stream()
            .filter(section -> bays.contains(section.compartmentId()))
            .count();
    Envelope box = tunnel.centreline().getEnvelopeInternal();
    return new TunnelSummary(
        tunnel.id(),
        tunnel.name(),
        tunnel.nameEn(),
        tunnel.length_m(),
        (int) sections,
        own.size(),
        points.countStale(own),
        points.countAlarms(own),
        new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
        tunnel.provenance().synthetic());
  }

  private TunnelProfile profile(Atlas atlas, Tunnel tunnel) {
    County county = atlas.county();
    Map<String, List<FireSection>> sections =
        county.sections().stream().collect(groupingBy(FireSection::compartmentId));
    Map<String, List<Equipment>> equipment =
        county.equipment().stream().collect(groupingBy(Equipment::sectionId));
    List<TunnelProfile.Bay> bays =
        county.compartments().stream()
            .filter(bay -> bay.tunnelId().equals(tunnel.id()))
            .map(bay -> bay(atlas, bay, sections.getOrDefault(bay.id(), List.of()), equipment))
            .toList();
    return new TunnelProfile(
        tunnel.id(),
        tunnel.name(),
        tunnel.nameEn(),
        tunnel.length_m(),
        tunnel.provenance().synthetic(),
        bays);
  }

  private TunnelProfile.Bay bay(
      Atlas atlas,
      Compartment bay,
      List<FireSection> sections,
      Map<String, List<Equipment>> equipment) {
    return new TunnelProfile.Bay(
        bay.id(),
        bay.name(),
        bay.nameEn(),
        bay.kind().name().toLowerCase(Locale.ROOT),
        runningLines(atlas, bay),
        sections.stream()
            .sorted(Comparator.comparingInt(FireSection::number))
            .map(each -> section(atlas, each, equipment.getOrDefault(each.id(), List.of())))
            .toList());
  }

  private TunnelProfile.Section section(
      Atlas atlas, FireSection section, List<Equipment> equipment) {
    List<MeasuringPoint> here =
        Stream.concat(
                atlas.pointsOf(section.id()).stream(),
                equipment.stream().flatMap(item -> atlas.pointsOf(item.id()).stream()))
            .toList();
    return new TunnelProfile.Section(
        section.id(),
        section.number(),
        section.fromChainage_m(),
        section.toChainage_m(),
        now(atlas, section.id()),
        equipment.stream()
            .map(item ->
                new TunnelProfile.Device(
                    item.id(),
                    item.name(),
                    item.nameEn(),
                    item.kind(),
                    item.chainage_m(),
                    now(atlas, item.id())))
            .toList(),
        points.countAlarms(here));
  }

  private List<PointNow> now(Atlas atlas, String ownerId) {
    return atlas.pointsOf(ownerId).stream().map(points::now).toList();
  }

  private static List<TunnelProfile.RunningLine> runningLines(Atlas atlas, Compartment bay) {
    return atlas.county().links().stream()
        .filter(link -> bay.id().equals(link.compartmentId()))
        .map(link ->
            new TunnelProfile.RunningLine(link.utility().code(), link.line(), link.lineEn()))
        .distinct()
        .toList();
  }
}
