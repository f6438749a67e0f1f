package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.ronghe.model.place.Place;
import org.ronghe.model.road.Road;

/// One road net from the national road to the last village.
class RoadTest {
  @Test
  void a01_all_classes_of_road_are_there() {
    assertThat(Sample.COUNTY.roads().stream().map(Road::roadClass).collect(Collectors.toSet()))
        .isEqualTo(Set.of("national", "provincial", "county", "township", "village", "street"));
  }

  @Test
  void a02_from_any_corner_of_any_road_one_can_drive_to_any_other() {
    Map<Coordinate, Coordinate> above = new LinkedHashMap<>();
    for (Road road : Sample.COUNTY.roads()) {
      Coordinate[] corners = road.geometry().getCoordinates();
      for (Coordinate corner : corners) {
        above.put(root(above, corner), root(above, corners[0]));
      }
    }
    long nets = above.keySet().stream().map(c -> root(above, c)).distinct().count();
    assertThat(nets).isEqualTo(1);
  }

  @Test
  void a03_a_road_ends_in_every_village() {
    Set<Coordinate> corners =
        Sample.COUNTY.roads().stream()
            .flatMap(road -> java.util.Arrays.stream(road.geometry().getCoordinates()))
            .collect(Collectors.toSet());
    for (Place place : Sample.COUNTY.places()) {
      assertThat(corners).as(place.name()).contains(place.location().getCoordinate());
    }
  }

  private static Coordinate root(Map<Coordinate, Coordinate> above, Coordinate corner) {
    Coordinate at = corner;
    Coordinate next = above.putIfAbsent(at, at);
    while (next != null && !next.equals(at)) {
      at = next;
      next = above.get(at);
    }
    return at;
  }
}
