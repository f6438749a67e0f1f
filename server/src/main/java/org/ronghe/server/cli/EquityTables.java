package org.ronghe.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.gap.Residents;
import org.ronghe.engines.gap.Residents.Place;
import org.ronghe.model.remark.Remark;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.Named;
import org.ronghe.sources.plan.PlaceFile;
import org.ronghe.sources.plan.PlaceTable;
import org.ronghe.sources.plan.TableAnswer;

/// Joins a table of access with the people of the places; who falls out is counted and named.
final class EquityTables {
  private final PlanTables tables;
  private final PlaceTable access;
  private final PlaceTable places;
  private final double[] values;
  private final double[] people;
  private final double[] incomes;
  private final List<String> groups;

  EquityTables(
      PlanTables tables,
      Path accessFile,
      @Nullable String value,
      Path placesFile,
      String population,
      @Nullable String income,
      @Nullable String group) {
    this.tables = tables;
    this.access = tables.take(PlaceFile.read(accessFile));
    this.places = tables.take(PlaceFile.read(placesFile));
    this.values = quietly(access.access(value == null ? valueColumn(accessFile) : value));
    this.people = tables.take(places.amounts(population));
    this.incomes = income == null ? unknown(people.length) : quietly(places.values(income));
    this.groups = group == null ? List.of() : tables.take(places.texts(group));
  }

  private static double[] unknown(int length) {
    double[] result = new double[length];
    java.util.Arrays.fill(result, Double.NaN);
    return result;
  }

  /// Empty cells matter only where people live; that is told in `residents`.
  private static double[] quietly(TableAnswer<double[]> answer) {
    return switch (answer) {
      case TableAnswer.Read<double[]> read -> read.table();
      case TableAnswer.Refused<double[]> refused -> throw PlanTables.refusal(refused.why());
    };
  }

  private String valueColumn(Path file) {
    List<String> header = access.header();
    if (header.contains("value") || header.size() != 2) {
      return "value";
    }
    String only = header.get(header.get(0).equals("id") ? 1 : 0);
    tables.remark(
        "value-column",
        file + " 没有 value 列，用 " + only + " 列。",
        file + " has no column value; " + only + " is taken.");
    return only;
  }

  /// All places that set the quantiles of income, whether access is known or not.
  List<Place> everyone() {
    List<String> ids = places.ids();
    List<Place> result = new ArrayList<>();
    for (int row = 0; row < people.length; row++) {
      result.add(new Place(ids.get(row), 0, people(row), incomes[row], ""));
    }
    return result;
  }

  private double people(int row) {
    return Double.isNaN(people[row]) ? 0 : people[row];
  }

  Residents residents() {
    List<Place> result = new ArrayList<>();
    List<String> strangers = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> incomeless = new ArrayList<>();
    List<String> ids = access.ids();
    for (int n = 0; n < values.length; n++) {
      int row = places.row(ids.get(n));
      if (row < 0) {
        strangers.add(ids.get(n));
      } else if (Double.isFinite(values[n])) {
        String group = groups.isEmpty() ? "" : groups.get(row);
        result.add(new Place(ids.get(n), values[n], people(row), incomes[row], group));
        if (!incomeUnknown() && people(row) > 0 && Double.isNaN(incomes[row])) {
          incomeless.add(ids.get(n));
        }
      } else if (people(row) > 0) {
        unknown.add(ids.get(n));
      }
    }
    refuseNobody(result, strangers);
    tell("ids-unknown", strangers, "个 id 不在地点表中，没有计入", "ids are not among the places");
    tell(
        "access-unknown",
        unknown,
        "个有人的地点没有有限的可达性值，没有计入",
        "places with people have no finite access and were left out");
    tell(
        "income-unknown",
        incomeless,
        "个有人的地点没有收入，不计入 palma 和 concentration",
        "places with people have no income and do not count for palma and concentration");
    tell(
        "places-without-access",
        without(),
        "个有人的地点不在可达性表中",
        "places with people have no row of access");
    return new Residents(result);
  }

  private boolean incomeUnknown() {
    return java.util.Arrays.stream(incomes).allMatch(Double::isNaN);
  }

  private List<String> without() {
    List<String> result = new ArrayList<>();
    List<String> ids = places.ids();
    for (int row = 0; row < people.length; row++) {
      if (people(row) > 0 && access.row(ids.get(row)) < 0) {
        result.add(ids.get(row));
      }
    }
    return result;
  }

  private void tell(String code, List<String> who, String zh, String en) {
    if (!who.isEmpty()) {
      String names = Named.first(who);
      tables.remark(
          code, who.size() + " " + zh + "：" + names, who.size() + " " + en + ": " + names);
    }
  }

  private void refuseNobody(List<Place> result, List<String> strangers) {
    if (strangers.size() == values.length) {
      throw PlanTables.refusal(
          new Remark(
              "ids-do-not-match",
              "可达性表的 id（"
                  + Named.first(strangers)
                  + "）没有一个在地点表（"
                  + Named.first(places.ids())
                  + "）中。",
              "None of the ids with access ("
                  + Named.first(strangers)
                  + ") is among the places ("
                  + Named.first(places.ids())
                  + ").",
              "也许两个文件用的编码不同，或 Excel 改了前导零？",
              "Maybe the files use different codes, or Excel dropped leading zeros?"));
    }
    if (result.stream().noneMatch(place -> place.people() > 0)) {
      throw new Refusal(
          "nobody-lives-here",
          "有可达性的地点都没有人口。",
          "No place with access has any people.",
          "请核对 --population 的列。",
          "Check the column of --population.");
    }
  }
}
