package org.ronghe.operate.atlas;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.model.facility.Facility;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;

/// Every cross-reference of one county that the monitoring desks ask for, worked out once.
/// Immutable; safe to share.
public final class Atlas {
  private final County county;
  private final Map<String, MeasuringPoint> points;
  private final List<MeasuringPoint> pointList;
  private final Map<String, Integer> places = new HashMap<>();
  private final PointGroups groups;
  private final Map<Line, List<NetworkLink>> linksByLine = new LinkedHashMap<>();
  private final Map<String, FireSection> sections;
  private final Map<String, Compartment> compartments;
  private final Map<String, Equipment> equipment;
  private final Map<String, NetworkLink> links;
  private final Map<String, NetworkNode> nodes;
  private final Map<String, Facility> facilities;
  private final Map<String, NetworkLink> linkAtNode = new HashMap<>();
  private final Map<String, Spot> spots = new HashMap<>();

  /// @param ofLogs points that belong to no package; one of the county's with the same id wins
  public Atlas(County county, List<MeasuringPoint> ofLogs) {
    this.county = county;
    points = index(Stream.concat(county.points().stream(), ofLogs.stream()), MeasuringPoint::id);
    pointList = List.copyOf(points.values());
    sections = index(county.sections().stream(), FireSection::id);
    compartments = index(county.compartments().stream(), Compartment::id);
    equipment = index(county.equipment().stream(), Equipment::id);
    links = index(county.links().stream(), NetworkLink::id);
    nodes = index(county.nodes().stream(), NetworkNode::id);
    facilities = index(county.facilities().stream(), Facility::id);
    for (NetworkLink link : county.links()) {
      linkAtNode.putIfAbsent(link.fromNode(), link);
      linkAtNode.putIfAbsent(link.toNode(), link);
      linksByLine
          .computeIfAbsent(new Line(link.utility(), link.line()), _ -> new ArrayList<>())
          .add(link);
    }
    Townships townships = new Townships(county);
    for (MeasuringPoint point : pointList) {
      places.put(point.id(), places.size());
      spots.put(point.id(), locate(point, townships));
    }
    groups = new PointGroups(pointList, this::spot);
  }

  public County county() {
    return county;
  }

  public Optional<MeasuringPoint> point(String id) {
    return Optional.ofNullable(points.get(id));
  }

  /// All points by id, in package order.
  public Map<String, MeasuringPoint> points() {
    return points;
  }

  /// Points that come after this one in package order; none when there is no such point.
  public List<MeasuringPoint> pointsAfter(String id) {
    Integer place = places.get(id);
    return place == null ? List.of() : pointList.subList(place + 1, pointList.size());
  }

  /// All points in package order.
  public List<MeasuringPoint> pointList() {
    return pointList;
  }

  public List<MeasuringPoint> pointsOf(String ownerId) {
    return groups.ofOwner(ownerId);
  }

  public List<MeasuringPoint> pointsOfLine(Line line) {
    return groups.ofLine(line);
  }

  public List<MeasuringPoint> pointsInTownship(String code) {
    return groups.inTownship(code);
  }

  /// The links of every named main, in package order.
  public Map<Line, List<NetworkLink>> linksByLine() {
    return Collections.unmodifiableMap(linksByLine);
  }

  public Optional<NetworkLink> link(String id) {
    return Optional.ofNullable(links.get(id));
  }

  public Optional<NetworkNode> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  public Optional<Facility> facility(String id) {
    return Optional.ofNullable(facilities.get(id));
  }

  /// Where the point sits.
  ///
  /// @throws IllegalArgumentException when the county has no such point
  public Spot spot(String pointId) {
    Spot spot = spots.get(pointId);
    if (spot == null) {
      throw new IllegalArgumentException("no point " + pointId + " in this county");
    }
    return spot;
  }

  /// Points of a tunnel, all compartments.
  public List<MeasuringPoint> pointsOfTunnel(String tunnelId) {
    return groups.ofTunnel(tunnelId);
  }

  /// Points of one utility.
  public List<MeasuringPoint> pointsOfUtility(Utility utility) {
    return groups.ofUtility(utility);
  }

  private Spot locate(MeasuringPoint point, Townships townships) {
    String id = point.owner().id();
    String township = townships.at(point.location());
    return switch (point.owner().kind()) {
      case SECTION -> inSection(sections.get(id), point.owner().chainage_m(), township, id);
      case EQUIPMENT -> onEquipment(equipment.get(id), township, id);
      case LINK -> {
        NetworkLink link = links.get(id);
        yield link == null
            ? Spot.of(id, null, township)
            : onLine(link.line(), link.lineEn(), link, township);
      }
      case NODE -> {
        NetworkNode node = nodes.get(id);
        yield node == null || node.name().isBlank()
            ? onLine(id, null, linkAtNode.get(id), township)
            : onLine(node.name(), node.nameEn(), linkAtNode.get(id), township);
      }
      case FACILITY -> {
        Facility facility = facilities.get(id);
        yield facility == null
            ? Spot.of(id, null, township)
            : Spot.of(facility.name(), facility.nameEn(), township);
      }
      case PLACE -> Spot.of(id, null, township);
    };
  }

  private static Spot onLine(
      String owner,
      @Nullable String ownerEn,
      @Nullable NetworkLink link,
      @Nullable String township) {
    return link == null
        ? Spot.of(owner, ownerEn, township)
        : new Spot(owner, ownerEn, null, null, link.line(), link.lineEn(), township, 0);
  }

  private Spot onEquipment(@Nullable Equipment item, @Nullable String township, String id) {
    if (item == null) {
      return Spot.of(id, null, township);
    }
    Spot section =
        inSection(sections.get(item.sectionId()), item.chainage_m(), township, item.sectionId());
    return new Spot(
        item.name(),
        item.nameEn(),
        section.tunnelId(),
        item.sectionId(),
        null,
        null,
        township,
        item.chainage_m());
  }

  private Spot inSection(
      @Nullable FireSection section, double chainage_m, @Nullable String township, String id) {
    if (section == null) {
      return new Spot(id, null, null, null, null, null, township, chainage_m);
    }
    Compartment compartment = compartments.get(section.compartmentId());
    String tunnelId = compartment == null ? null : compartment.tunnelId();
    double at_m = chainage_m > 0 ? chainage_m : middle_m(section);
    return new Spot(
        sectionName(section),
        sectionNameEn(section),
        tunnelId,
        section.id(),
        null,
        null,
        township,
        at_m);
  }

  /// What a section is called in lists: compartment name and number.
  public String sectionName(FireSection section) {
    Compartment compartment = compartments.get(section.compartmentId());
    String prefix = compartment == null ? section.compartmentId() : compartment.name();
    return prefix + " " + section.number();
  }

  private @Nullable String sectionNameEn(FireSection section) {
    Compartment compartment = compartments.get(section.compartmentId());
    String prefix = compartment == null ? section.compartmentId() : compartment.nameEn();
    return prefix == null ? null : prefix + " " + section.number();
  }

  private static double middle_m(FireSection section) {
    return (section.fromChainage_m() + section.toChainage_m()) / 2;
  }

  private static <T> Map<String, T> index(Stream<T> rows, Function<T, String> id) {
    return rows.collect(toMap(id, row -> row, (first, _) -> first, LinkedHashMap::new));
  }
}
