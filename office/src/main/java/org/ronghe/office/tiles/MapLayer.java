package org.ronghe.office.tiles;

import java.util.List;
import java.util.Map;

/// One layer of the map: what it is called in tiles, which layer of the atlas fills it, from which
/// zoom on, and which properties it carries.
///
/// @param properties name in the tile → field of the atlas layer; `id` is always there: the id of
///   the feature unless a field is named for it
record MapLayer(String name, String source, int fromZoom, Map<String, String> properties) {

  /// Bottom to top.
  static final List<MapLayer> ALL =
      List.of(
          new MapLayer(
              "divisions",
              "divisions",
              0,
              Map.of(
                  "id",
                  "code",
                  "code",
                  "code",
                  "name",
                  "name",
                  "name_en",
                  "name_en",
                  "level",
                  "level",
                  "kind",
                  "kind",
                  "synthetic",
                  "synthetic")),
          new MapLayer(
              "roads",
              "roads",
              7,
              Map.of(
                  "name",
                  "name",
                  "name_en",
                  "name_en",
                  "kind",
                  "class",
                  "width_m",
                  "width_m",
                  "synthetic",
                  "synthetic")),
          new MapLayer(
              "tunnels",
              "tunnels",
              7,
              Map.of(
                  "name",
                  "name",
                  "name_en",
                  "name_en",
                  "length_m",
                  "length_m",
                  "synthetic",
                  "synthetic")),
          new MapLayer(
              "links",
              "network-links",
              8,
              Map.of(
                  "name",
                  "line",
                  "name_en",
                  "line_en",
                  "utility",
                  "utility",
                  "diameter_mm",
                  "diameter_mm",
                  "compartment",
                  "compartment",
                  "synthetic",
                  "synthetic")),
          new MapLayer(
              "nodes",
              "network-nodes",
              14,
              Map.of(
                  "name",
                  "name",
                  "name_en",
                  "name_en",
                  "utility",
                  "utility",
                  "kind",
                  "kind",
                  "synthetic",
                  "synthetic")),
          new MapLayer(
              "facilities",
              "facilities",
              9,
              Map.of(
                  "name", "name", "name_en", "name_en", "kind", "type", "synthetic", "synthetic")),
          new MapLayer(
              "places",
              "places",
              9,
              Map.of(
                  "name",
                  "name",
                  "name_en",
                  "name_en",
                  "kind",
                  "kind",
                  "division",
                  "division",
                  "synthetic",
                  "synthetic")),
          new MapLayer(
              "points",
              "points",
              13,
              Map.of(
                  "utility",
                  "utility",
                  "quantity",
                  "quantity",
                  "kind",
                  "value_kind",
                  "synthetic",
                  "synthetic")));
}
