package org.ronghe.counties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who lives where: real county totals by sex, age and urban share of the 2020 census, spread over
/// the villages so that every sum comes out exactly.
final class People {
  static final String CENSUS_DATE = "2020-11-01";

  /// An age band of the census table.
  record Band(int from, int to) {
    String figure() {
      return "age_" + from + "_" + to;
    }
  }

  private final Facts facts;
  private final List<Band> bands = new ArrayList<>();
  private final Map<String, Long> populations = new LinkedHashMap<>();
  private final Map<String, String> urbanClasses = new LinkedHashMap<>();
  private final long population;
  private final long women;
  private final long urban;

  People(Facts facts, Settlement settlement) {
    this.facts = facts;
    for (String name : facts.census().keySet()) {
      if (name.startsWith("age_")) {
        String[] parts = name.split("_");
        bands.add(new Band(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
      }
    }
    population = Math.round(facts.figure("population"));
    women = Math.round(population / (1 + facts.figure("men_per_100_women") / 100));
    urban = Math.round(population * facts.figure("urban_share"));
    classify(settlement);
    spreadOverVillages();
  }

  long population() {
    return population;
  }

  long women() {
    return women;
  }

  long urban() {
    return urban;
  }

  List<Band> bands() {
    return bands;
  }

  long population(String village) {
    return populations.getOrDefault(village, 0L);
  }

  /// 城乡分类代码, generated: 111 town centre, 112 its fringe, 121 and 122 township seats, 220 village.
  String urbanClass(String village) {
    return urbanClasses.getOrDefault(village, "");
  }

  private void classify(Settlement settlement) {
    Area town = Town.builtUp(350);
    for (Facts.Unit village : facts.villages()) {
      Spot spot = settlement.village(village.code());
      String urbanClass;
      if (village.kind().equals("resident-committee")) {
        urbanClass = "111";
      } else if (town.holds(spot)) {
        urbanClass = "112";
      } else if (spot.equals(Settlement.seat(village.parent()))) {
        urbanClass = "121";
      } else {
        urbanClass = "220";
      }
      urbanClasses.put(village.code(), urbanClass);
    }
  }

  private void spreadOverVillages() {
    List<Double> urbanWeights = new ArrayList<>();
    List<Double> ruralWeights = new ArrayList<>();
    for (Facts.Unit village : facts.villages()) {
      double size = StrictMath.exp(Chance.of("people/" + village.code()).bell() * 0.4);
      boolean isUrban = !urbanClass(village.code()).equals("220");
      double weight =
          switch (urbanClass(village.code())) {
            case "111" -> 12 * size;
            case "112" -> 4 * size;
            default -> village.kind().equals("virtual") ? 0.8 * size : 3 * size;
          };
      urbanWeights.add(isUrban ? weight : 0);
      ruralWeights.add(isUrban ? 0 : size);
    }
    List<Long> urbanCounts = Shares.split(urban, urbanWeights);
    List<Long> ruralCounts = Shares.split(population - urban, ruralWeights);
    for (int i = 0; i < facts.villages().size(); i++) {
      populations.put(facts.villages().get(i).code(), urbanCounts.get(i) + ruralCounts.get(i));
    }
  }

  /// The county's own counts by age, the largest remainders rounded up until they add up.
  List<Long> countyAges() {
    return Shares.split(
        population, bands.stream().map(band -> facts.figure(band.figure())).toList());
  }

  /// Women per age band: together all women, and those of 15 to 49 as many as the census says.
  List<Long> countyWomen() {
    List<Long> ages = countyAges();
    List<Double> fertile = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      boolean inside = band.from() >= 15 && band.to() <= 49;
      double lean = band.to() < 15 ? 0.92 : 1 + Math.max(0, band.from() - 60) * 0.006;
      fertile.add(inside ? (double) ages.get(i) : 0);
      other.add(inside ? 0 : ages.get(i) * lean);
    }
    long fertileWomen = Math.round(population * facts.figure("women_15_49_share"));
    List<Long> first = Shares.split(fertileWomen, fertile);
    List<Long> second = Shares.split(women - fertileWomen, other);
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      all.add(first.get(i) + second.get(i));
    }
    return all;
  }

  /// People per village (row) and column: women of each band, then men of each band.
  long[][] table() {
    List<Long> ages = countyAges();
    List<Long> womenByAge = countyWomen();
    List<Long> columns = new ArrayList<>(womenByAge);
    for (int i = 0; i < bands.size(); i++) {
      columns.add(ages.get(i) - womenByAge.get(i));
    }
    List<Long> rows = facts.villages().stream().map(v -> population(v.code())).toList();
    return Shares.table(rows, columns);
  }

  private static Sheet emptySheet() {
    return new Sheet("division", "census_date", "sex", "age_from", "age_to", "count");
  }

  /// The county as the census gives it: all people by age, and women and men of all ages.
  Sheet countySheet(String county) {
    Sheet sheet = emptySheet();
    List<Long> ages = countyAges();
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      row(sheet, county, "all", band, ages.get(i));
    }
    Band everyAge = new Band(0, 120);
    row(sheet, county, "female", everyAge, women);
    row(sheet, county, "male", everyAge, population - women);
    return sheet;
  }

  private static void row(Sheet sheet, String division, String sex, Band band, long count) {
    sheet.row(
        division,
        CENSUS_DATE,
        sex,
        String.valueOf(band.from()),
        String.valueOf(band.to()),
        String.valueOf(count));
  }

  Sheet villageSheet() {
    Sheet sheet = emptySheet();
    long[][] table = table();
    for (int row = 0; row < table.length; row++) {
      String village = facts.villages().get(row).code();
      for (int column = 0; column < table[row].length; column++) {
        Band band = bands.get(column % bands.size());
        if (table[row][column] > 0) {
          String sex = column < bands.size() ? "female" : "male";
          row(sheet, village, sex, band, table[row][column]);
        }
      }
    }
    return sheet;
  }
}
