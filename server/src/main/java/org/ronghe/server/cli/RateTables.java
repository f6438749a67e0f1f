package org.ronghe.server.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.engines.people.LifeTable;
import org.ronghe.engines.people.VitalRates;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.AgeSheet.Row;

/// Rates by place and year: a place's own, else those without a place; of the latest year not after
/// the step, else those without a year.
final class RateTables {
  static final List<String> COLUMNS =
      List.of("survival", "death_rate", "fertility", "arriving", "leaving", "leaving_rate");

  private final List<Row> rows;
  private final String file;
  private final CensusCohorts census;
  private final boolean survival;
  private final Map<String, VitalRates> made = new HashMap<>();

  RateTables(List<Row> rows, String file, CensusCohorts census) {
    this.rows = rows;
    this.file = file;
    this.census = census;
    this.survival = rows.getFirst().numbers().containsKey("survival");
    if (survival == rows.getFirst().numbers().containsKey("death_rate")) {
      throw new Refusal(
          "rates-need-deaths",
          file + " 需要 survival 列或 death_rate 列（只要其一）。",
          file + " needs a column survival or a column death_rate, one of them.",
          "survival：本组活到期末的比例；death_rate：每人每年死亡数。",
          "survival: the share that lives into the group; death_rate: deaths per person and year.");
    }
    for (Row row : rows) {
      if (census.group(row.age()) < 0) {
        throw new Refusal(
            "ages-differ",
            file + " 有年龄 " + row.age() + "，普查表没有。",
            file + " has age " + row.age() + ", which the census has not.",
            "两个表的年龄组要一样。",
            "Both tables need the same age groups.");
      }
    }
  }

  VitalRates of(String place, int year, double boysPerGirl) {
    String owner = rows.stream().anyMatch(row -> row.place().equals(place)) ? place : "";
    int since =
        rows.stream()
            .filter(row -> row.place().equals(owner) && row.year() <= year)
            .mapToInt(Row::year)
            .max()
            .orElseThrow(() -> missing(owner, year));
    return made.computeIfAbsent(owner + "|" + since, _ -> make(owner, since, boysPerGirl));
  }

  private Refusal missing(String place, int year) {
    return new Refusal(
        "rates-missing",
        file + " 没有 " + (place.isEmpty() ? "" : place + " ") + year + " 年可用的率。",
        file
            + " has no rates "
            + (place.isEmpty() ? "" : "of " + place + " ")
            + "for "
            + year
            + ".",
        "加上不早于 --from 的年份，或不写 year 列。",
        "Add a year that is not after --from, or leave out the column year.");
  }

  private VitalRates make(String place, int year, double boysPerGirl) {
    List<Row> own =
        rows.stream().filter(row -> row.place().equals(place) && row.year() == year).toList();
    double[] fertility = new double[census.groups()];
    own.stream()
        .filter(Row::female)
        .forEach(row -> fertility[census.group(row.age())] = row.number("fertility"));
    boolean men = own.stream().anyMatch(row -> !row.female());
    VitalRates.OfSex women = ofSex(own, place, true);
    return new VitalRates(women, men ? ofSex(own, place, false) : women, fertility, boysPerGirl);
  }

  private VitalRates.OfSex ofSex(List<Row> rows, String place, boolean female) {
    List<Row> own = rows.stream().filter(row -> row.female() == female).toList();
    if (own.size() != census.groups()) {
      String who = (place.isEmpty() ? file : file + " " + place) + (female ? " F" : " M");
      throw new Refusal(
          "ages-missing",
          who + " 有 " + own.size() + " 个年龄组，应有 " + census.groups() + " 个。",
          who + " has " + own.size() + " age groups where there must be " + census.groups() + ".",
          "每个年龄组一行。",
          "One row for each age group.");
    }
    return new VitalRates.OfSex(
        survival(own),
        column(own, "arriving"),
        column(own, "leaving"),
        column(own, "leaving_rate"));
  }

  private double[] survival(List<Row> own) {
    double[] given = column(own, survival ? "survival" : "death_rate");
    for (int group = 0; group < given.length; group++) {
      String age = String.valueOf(group * census.width());
      if (survival && given[group] > 1) {
        throw refused("survival", age, given[group], "不能大于 1。", "must not be above 1.");
      }
      if (!survival && group == given.length - 1 && given[group] == 0) {
        throw refused("death_rate", age, 0, "最后一组必须大于 0。", "of the last group must be above 0.");
      }
    }
    return survival ? given : LifeTable.survival(given, census.width());
  }

  private Refusal refused(String column, String age, double value, String zh, String en) {
    return new Refusal(
        "rate-wrong",
        file + " 年龄 " + age + " 的 " + column + "（" + PlanTables.number(value) + "）" + zh,
        file + ": " + column + " of age " + age + " (" + PlanTables.number(value) + ") " + en,
        "",
        "");
  }

  private double[] column(List<Row> own, String name) {
    double[] result = new double[census.groups()];
    own.forEach(row -> result[census.group(row.age())] = row.number(name));
    return result;
  }
}
