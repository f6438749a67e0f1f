package org.ronghe.counties;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sample county as a package: every file by name, written the same on every machine.
public final class CountyPackage {
  /// The date the division codes describe.
  static final String CODE_VINTAGE = "2023-06-30";

  private final Map<String, String> files = new LinkedHashMap<>();
  private final EnglishNames english;
  private final Expected expected = new Expected();

  private CountyPackage(Facts facts) {
    english = new EnglishNames(facts);
  }

  /// Makes the whole county anew.
  public static CountyPackage shangdang() {
    Facts facts = Facts.read();
    CountyPackage made = new CountyPackage(facts);
    made.make(facts);
    return made;
  }

  /// The text of each file by its name, in the order of county.yaml.
  public Map<String, String> files() {
    return Map.copyOf(files);
  }

  /// Writes all files into `folder`, which is made when it is not there.
  public void write(java.nio.file.Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
    }
  }

  private void make(Facts facts) {
    Area county = Area.of(facts.outline());
    Settlement settlement = Settlement.of(facts, county);
    People people = new People(facts, settlement);
    Country country = Country.of(facts, settlement, county);
    Tunnels tunnels = new Tunnels();
    List<Network> networks = new Utilities(tunnels, country).lay();
    Points points = new Points(english);
    new TunnelPoints(points).addAll(tunnels);
    LinePoints linePoints = new LinePoints(points);
    networks.forEach(linePoints::addAll);
    linePoints.addRain(facts);

    files.put("county.yaml", Manifest.text());
    put("divisions.csv", divisions(facts, people));
    put("people-county.csv", people.countySheet("140404"));
    put("people-villages.csv", people.villageSheet());
    put("places.csv", places(facts, settlement));
    put("facilities.csv", new Facilities(facts, settlement, people).sheet(english));
    put("roads.csv", new Roads(facts, settlement, english).sheet(country));
    files.put("boundary-county.geojson", Boundaries.countyGeoJson("140404", facts.outline()));
    files.put(
        "boundaries-townships.geojson",
        new Boundaries(facts, settlement, county).townshipGeoJson());
    tunnels(tunnels);
    networks(networks);
    put("points.csv", points.sheet());
    expected.people(people);
    expected.lengths(networks);
    expected.tunnels(tunnels);
    expected.points(points);
    files.put("expected.yaml", expected.text());
  }

  private void put(String file, Sheet sheet) {
    files.put(file, sheet.text());
    expected.rows(file, sheet.rows());
  }

  private static Sheet divisions(Facts facts, People people) {
    Sheet sheet =
        new Sheet(
            "code",
            "name",
            "name_en",
            "level",
            "kind",
            "parent",
            "issuer",
            "vintage",
            "urban_rural_class");
    for (Facts.Unit unit : facts.units()) {
      sheet.row(
          unit.code(),
          unit.name(),
          unit.nameEn(),
          unit.level(),
          unit.kind(),
          unit.parent(),
          "NBS",
          CODE_VINTAGE,
          people.urbanClass(unit.code()));
    }
    return sheet;
  }

  private static Sheet places(Facts facts, Settlement settlement) {
    Sheet sheet = new Sheet("id", "name", "name_en", "kind", "division", "lon", "lat");
    for (Facts.Unit unit : facts.townships()) {
      Spot seat = Settlement.seat(unit.code());
      sheet.row(
          "PL." + unit.code(),
          unit.name(),
          unit.nameEn(),
          "town",
          unit.code(),
          Frame.lonText(seat),
          Frame.latText(seat));
    }
    for (Facts.Unit unit : facts.villages()) {
      Spot spot = settlement.village(unit.code());
      sheet.row(
          "PL." + unit.code(),
          unit.shortName(),
          unit.shortNameEn(),
          "village",
          unit.code(),
          Frame.lonText(spot),
          Frame.latText(spot));
    }
    return sheet;
  }

  private void tunnels(Tunnels tunnels) {
    Sheet sheet = new Sheet("id", "name", "name_en", "wkt");
    tunnels
        .tunnels()
        .forEach(t ->
            sheet.row(t.id(), t.name(), english.of(t.name()), Frame.lineWkt(t.path().spots())));
    put("tunnels.csv", sheet);
    Sheet compartments = new Sheet("id", "tunnel", "name", "name_en", "kind");
    tunnels
        .compartments()
        .forEach(c ->
            compartments.row(c.id(), c.tunnel().id(), c.name(), english.of(c.name()), c.kind()));
    put("compartments.csv", compartments);
    Sheet sections = new Sheet("id", "compartment", "number", "from_m", "to_m");
    for (Tunnels.Section section : tunnels.sections()) {
      sections.row(
          section.id(),
          section.compartment().id(),
          String.valueOf(section.number()),
          Frame.text(section.from_m(), 1),
          Frame.text(section.to_m(), 1));
    }
    put("sections.csv", sections);
    Sheet equipment = new Sheet("id", "section", "name", "name_en", "kind", "chainage_m");
    for (Tunnels.Equipment piece : tunnels.equipment()) {
      equipment.row(
          piece.id(),
          piece.section().id(),
          piece.name(),
          english.of(piece.name()),
          piece.kind(),
          Frame.text(piece.chainage_m(), 1));
    }
    put("equipment.csv", equipment);
  }

  private void networks(List<Network> networks) {
    Sheet nodes =
        new Sheet(
            "id", "utility", "kind", "name", "name_en", "division", "elevation_m", "lon", "lat");
    Sheet links =
        new Sheet(
            "id",
            "utility",
            "line",
            "line_en",
            "from",
            "to",
            "diameter_mm",
            "length_m",
            "material",
            "built_year",
            "depth_m",
            "compartment",
            "wkt");
    for (Network network : networks) {
      String utility = network.utility().code();
      for (Network.Node node : network.nodes()) {
        nodes.row(
            node.id(),
            utility,
            node.kind().name().toLowerCase(Locale.ROOT),
            node.name(),
            english.of(node.name()),
            node.division(),
            Frame.text(node.elevation_m(), 2),
            Frame.lonText(node.spot()),
            Frame.latText(node.spot()));
      }
      for (Network.Link link : network.links()) {
        String compartment = link.compartment();
        links.row(
            link.id(),
            utility,
            link.line(),
            english.of(link.line()),
            link.from().id(),
            link.to().id(),
            number(link.make().diameter_mm()),
            Frame.text(Frame.length_m(link.path().spots()), 2),
            link.make().material(),
            String.valueOf(link.make().builtYear()),
            number(link.make().depth_m()),
            compartment == null ? "" : compartment,
            Frame.lineWkt(link.path().spots()));
      }
    }
    put("network-nodes.csv", nodes);
    put("network-links.csv", links);
  }

  private static String number(@Nullable Number value) {
    return value == null ? "" : Frame.text(value.doubleValue(), 2);
  }

  /// Names of the files in the order they are written.
  List<String> names() {
    return new ArrayList<>(files.keySet());
  }
}
