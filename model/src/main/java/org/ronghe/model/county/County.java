package org.ronghe.model.county;

import java.util.List;
import org.ronghe.model.division.Division;
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

/// One county, whole and immutable: what a county package says once it is read.
public record County(
    CountyHead head,
    List<Division> divisions,
    List<Place> places,
    List<PeopleCount> people,
    List<Facility> facilities,
    List<NetworkNode> nodes,
    List<NetworkLink> links,
    List<Tunnel> tunnels,
    List<Compartment> compartments,
    List<FireSection> sections,
    List<Equipment> equipment,
    List<Road> roads,
    List<MeasuringPoint> points,
    List<LimitOverride> limits) {
  public County {
    divisions = List.copyOf(divisions);
    places = List.copyOf(places);
    people = List.copyOf(people);
    facilities = List.copyOf(facilities);
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    tunnels = List.copyOf(tunnels);
    compartments = List.copyOf(compartments);
    sections = List.copyOf(sections);
    equipment = List.copyOf(equipment);
    roads = List.copyOf(roads);
    points = List.copyOf(points);
    limits = List.copyOf(limits);
  }

  /// A county that leaves every limit as the packs have it.
  public County(
      CountyHead head,
      List<Division> divisions,
      List<Place> places,
      List<PeopleCount> people,
      List<Facility> facilities,
      List<NetworkNode> nodes,
      List<NetworkLink> links,
      List<Tunnel> tunnels,
      List<Compartment> compartments,
      List<FireSection> sections,
      List<Equipment> equipment,
      List<Road> roads,
      List<MeasuringPoint> points) {
    this(
        head,
        divisions,
        places,
        people,
        facilities,
        nodes,
        links,
        tunnels,
        compartments,
        sections,
        equipment,
        roads,
        points,
        List.of());
  }
}
