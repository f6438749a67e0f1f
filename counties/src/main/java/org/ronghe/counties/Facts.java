package org.ronghe.counties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The real facts the sample county stands on: division codes and names, census figures, outline.
///
/// @param units from province to village, in the order of their codes
/// @param census figures of the 2020 census by name, e.g. `population`, `age_15_19`
/// @param outline the county's schematic outline, closed
record Facts(List<Unit> units, Map<String, Double> census, List<Spot> outline) {
  /// One division as the statistical code list has it.
  record Unit(String code, String name, String level, String kind, String parent, String nameEn) {
    boolean isTownship() {
      return level.equals("township");
    }

    boolean isVillage() {
      return level.equals("village");
    }

    /// The name as people say it, without 村委会, 居委会 or the rank of the township.
    String shortName() {
      String name = this.name.replaceAll("(村委会|社区居委会|居委会)$", "");
      return isTownship() ? name.replaceAll("(街道|镇|乡)$", "") : name;
    }

    /// The same in English: `Handian` of `Handian Village`. A name that keeps its rank in Chinese
    /// (司马矿社区) keeps it here.
    String shortNameEn() {
      return shortName().equals(name)
          ? nameEn
          : nameEn.replaceAll(" (Village|Community|Subdistrict|Town|Township)$", "");
    }
  }

  static Facts read() {
    List<Unit> units = new ArrayList<>();
    for (String[] cells : lines("divisions.csv")) {
      units.add(new Unit(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
    }
    Map<String, Double> census = new LinkedHashMap<>();
    for (String[] cells : lines("census-2020.csv")) {
      census.put(cells[0], Double.valueOf(cells[1]));
    }
    List<Spot> outline = new ArrayList<>();
    for (String[] cells : lines("outline.csv")) {
      outline.add(Frame.spot(Double.parseDouble(cells[0]), Double.parseDouble(cells[1])));
    }
    return new Facts(List.copyOf(units), census, List.copyOf(outline));
  }

  /// The words that names are composed of, Chinese to English.
  static Map<String, String> english() {
    Map<String, String> words = new LinkedHashMap<>();
    lines("english.csv").forEach(cells -> words.put(cells[0], cells[1]));
    return words;
  }

  List<Unit> townships() {
    return units.stream().filter(Unit::isTownship).toList();
  }

  List<Unit> villages() {
    return units.stream().filter(Unit::isVillage).toList();
  }

  double figure(String name) {
    Double value = census.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no census figure " + name);
    }
    return value;
  }

  private static List<String[]> lines(String file) {
    try (InputStream in = Facts.class.getResourceAsStream("shangdang/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
