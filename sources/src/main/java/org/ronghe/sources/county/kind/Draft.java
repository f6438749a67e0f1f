package org.ronghe.sources.county.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.ronghe.model.county.County;
import org.ronghe.model.county.CountyHead;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKey;
import org.ronghe.model.facility.Facility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.pack.LimitOverride;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.place.Place;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.road.Road;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.NoticeBook;
import org.ronghe.sources.county.table.Row;

/// The county as far as it is read: the good rows of each kind, findable by id, in order of
/// appearance.
final class Draft {
  final NoticeBook book;
  final Known known = new Known();
  final Whereabouts whereabouts = new Whereabouts();
  final Map<DivisionKey, Division> divisions = new LinkedHashMap<>();
  final Map<String, Place> places = new LinkedHashMap<>();
  final List<PeopleCount> people = new ArrayList<>();
  final Map<String, Facility> facilities = new LinkedHashMap<>();
  final List<Road> roads = new ArrayList<>();
  final Map<String, Tunnel> tunnels = new LinkedHashMap<>();
  final Map<String, Compartment> compartments = new LinkedHashMap<>();
  final Map<String, FireSection> sections = new LinkedHashMap<>();
  final Map<String, Equipment> equipment = new LinkedHashMap<>();
  final Map<String, NetworkNode> nodes = new LinkedHashMap<>();
  final Map<String, NetworkLink> links = new LinkedHashMap<>();
  final List<MeasuringPoint> points = new ArrayList<>();
  final List<LimitOverride> limits = new ArrayList<>();

  Draft(NoticeBook book) {
    this.book = book;
  }

  Cells cells(Row row, FileSpec spec) {
    return new Cells(row, spec, book, known);
  }

  /// The tunnel a section lies in.
  @Nullable Tunnel tunnelOf(FireSection section) {
    Compartment compartment = compartments.get(section.compartmentId());
    return compartment == null ? null : tunnels.get(compartment.tunnelId());
  }

  /// Bounds of the county's own boundary; null when it has none.
  @Nullable Envelope bounds(String countyCode) {
    Envelope bounds = new Envelope();
    for (Division division : divisions.values()) {
      if (division.geometry() != null && division.code().startsWith(countyCode)) {
        bounds.expandToInclude(division.geometry().getEnvelopeInternal());
      }
    }
    return bounds.isNull() ? null : bounds;
  }

  County county(CountyHead head) {
    return new County(
        head,
        List.copyOf(divisions.values()),
        List.copyOf(places.values()),
        people,
        List.copyOf(facilities.values()),
        List.copyOf(nodes.values()),
        List.copyOf(links.values()),
        List.copyOf(tunnels.values()),
        List.copyOf(compartments.values()),
        List.copyOf(sections.values()),
        List.copyOf(equipment.values()),
        roads,
        points,
        limits);
  }
}
