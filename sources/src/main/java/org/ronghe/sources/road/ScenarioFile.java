package org.ronghe.sources.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.ronghe.model.road.RoadChange;
import org.ronghe.model.road.RoadChange.Where;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.yaml.YamlNode;

/// Changes to the roads, as YAML:
///
/// ```yaml
/// changes:
///   - close: {road: 28470118}                       # an OSM way, or a county's road
///   - close: {within: [[113.0, 36.0], [113.1, 36.0], [113.1, 36.1]]}
///   - close: {nearest: [113.05, 36.05]}
///   - slow: {road: 28470118, factor: 2}             # twice as long
///   - slow: {road: 28470118, speed_km_h: 20}        # no quicker than this
///   - restrict: {road: 28470118, one_way: forward}  # or backward
///   - restrict: {from_road: 1, into_road: 2}        # no turn, with --turn-restrictions
///   - add: {line: [[113.0, 36.0], [113.1, 36.1]], speed_km_h: 60, one_way: false}
/// ```
public final class ScenarioFile {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final Set<String> VERBS = Set.of("close", "slow", "restrict", "add");
  private static final Set<String> WHERE = Set.of("road", "within", "nearest");

  private ScenarioFile() {}

  /// @throws RoadFault that names the place of what is wrong
  public static List<RoadChange> read(Path file) throws RoadFault {
    try {
      List<RoadChange> changes = new ArrayList<>();
      YamlNode all = YamlNode.parse(Files.readString(file));
      known(all, Set.of("changes"));
      for (YamlNode change : all.get("changes").list()) {
        known(change, VERBS);
        for (Map.Entry<String, YamlNode> entry : change.entries().entrySet()) {
          changes.add(change(entry.getKey(), entry.getValue()));
        }
      }
      return changes;
    } catch (YamlNode.Mistake e) {
      throw new RoadFault(
          "scenario-wrong",
          file + " 有误：" + e.getMessage(),
          file + " is wrong: " + e.getMessage(),
          "",
          "");
    } catch (IOException e) {
      throw OsmFileCheck.unreadable(file, e);
    }
  }

  private static RoadChange change(String verb, YamlNode node) {
    return switch (verb) {
      case "close" -> {
        known(node, WHERE);
        yield new RoadChange.Close(where(node));
      }
      case "slow" -> slow(node);
      case "restrict" -> restrict(node);
      case "add" -> add(node);
      default -> throw new IllegalStateException(verb);
    };
  }

  private static RoadChange slow(YamlNode node) {
    known(node, Set.of("road", "within", "nearest", "factor", "speed_km_h"));
    if (node.find("factor").isPresent() == node.find("speed_km_h").isPresent()) {
      throw node.mistake("needs either factor or speed_km_h");
    }
    return node.find("factor").isPresent()
        ? new RoadChange.Slow(where(node), positive(node.get("factor")))
        : new RoadChange.Limit(where(node), positive(node.get("speed_km_h")));
  }

  private static RoadChange restrict(YamlNode node) {
    known(node, Set.of("road", "within", "nearest", "one_way", "from_road", "into_road"));
    if (node.find("from_road").isPresent()) {
      return new RoadChange.NoTurn(node.get("from_road").text(), node.get("into_road").text());
    }
    String way = node.get("one_way").text();
    if (!way.equals("forward") && !way.equals("backward")) {
      throw node.get("one_way").mistake("must be forward or backward, is " + way);
    }
    return new RoadChange.OneWay(where(node), way.equals("forward"));
  }

  private static RoadChange add(YamlNode node) {
    known(node, Set.of("line", "speed_km_h", "one_way"));
    Coordinate[] line = coordinates(node.get("line"), 2);
    return new RoadChange.Add(
        SHAPES.createLineString(line),
        positive(node.get("speed_km_h")),
        node.find("one_way").map(YamlNode::yes).orElse(false));
  }

  private static Where where(YamlNode node) {
    long ways = WHERE.stream().filter(key -> node.find(key).isPresent()).count();
    if (ways != 1) {
      throw node.mistake("needs one of road, within, nearest");
    }
    if (node.find("road").isPresent()) {
      return new Where.Road(node.get("road").text());
    }
    if (node.find("nearest").isPresent()) {
      return new Where.Nearest(coordinate(node.get("nearest")));
    }
    return new Where.Within(area(node.get("within")));
  }

  private static Polygon area(YamlNode node) {
    Coordinate[] open = coordinates(node, 3);
    List<Coordinate> ring = new ArrayList<>(List.of(open));
    if (!open[0].equals2D(open[open.length - 1])) {
      ring.add(open[0].copy());
    }
    if (ring.size() < 4) {
      throw node.mistake("needs three corners");
    }
    Polygon area = SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
    if (!area.isValid()) {
      throw node.mistake("is an area whose border crosses itself");
    }
    return area;
  }

  private static Coordinate[] coordinates(YamlNode node, int least) {
    List<YamlNode> items = node.list();
    if (items.size() < least) {
      throw node.mistake("needs at least " + least + " points");
    }
    return items.stream().map(ScenarioFile::coordinate).toArray(Coordinate[]::new);
  }

  private static Coordinate coordinate(YamlNode node) {
    List<YamlNode> pair = node.list();
    if (pair.size() != 2) {
      throw node.mistake("must be [lon, lat]");
    }
    double lon = pair.get(0).number();
    double lat = pair.get(1).number();
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw node.mistake(
          "is no [lon, lat]: "
              + lon
              + ", "
              + lat
              + (Math.abs(lon) <= 90 ? " (maybe they are swapped?)" : ""));
    }
    return new Coordinate(lon, lat);
  }

  private static double positive(YamlNode node) {
    double number = node.number();
    if (!(number > 0 && number < 1000)) {
      throw node.mistake("must be above 0 and below 1000, is " + number);
    }
    return number;
  }

  private static void known(YamlNode node, Set<String> keys) {
    for (String key : node.entries().keySet()) {
      if (!keys.contains(key)) {
        throw node.mistake(
            "has an unknown key "
                + key
                + Likely.of(key, keys).map(k -> " (maybe " + k + "?)").orElse(""));
      }
    }
  }
}
