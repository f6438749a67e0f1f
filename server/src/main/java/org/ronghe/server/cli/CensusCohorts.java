package org.ronghe.server.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ronghe.engines.people.Cohorts;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.AgeSheet.Row;

/// The people of each place as the census counts them, in equally wide age groups from 0.
final class CensusCohorts {
  private final String file;
  private final List<Integer> ages;
  private final int width;
  private final Map<String, Cohorts> places = new TreeMap<>();

  CensusCohorts(List<Row> rows, String file) {
    this.file = file;
    this.ages =
        List.copyOf(rows.stream().map(Row::age).collect(Collectors.toCollection(TreeSet::new)));
    this.width = widthOf();
    Map<String, List<Row>> byPlace = rows.stream().collect(Collectors.groupingBy(Row::place));
    byPlace.forEach((place, own) ->
        places.put(place, new Cohorts(width, people(place, own, true), people(place, own, false))));
  }

  int width() {
    return width;
  }

  int groups() {
    return ages.size();
  }

  Map<String, Cohorts> places() {
    return places;
  }

  /// The group an age begins, or −1.
  int group(int age) {
    return ages.indexOf(age);
  }

  private int widthOf() {
    int step = ages.size() < 2 ? 0 : ages.get(1) - ages.get(0);
    for (int n = 0; n < ages.size(); n++) {
      if (step == 0 || ages.get(n) != n * step) {
        throw new Refusal(
            "ages-uneven",
            file + " 的年龄组必须从 0 起、宽度相同，现为 " + ages + "。",
            file
                + ": age groups must begin at 0 and be equally wide, but they begin at "
                + ages
                + ".",
            "例如 0-4、5-9、…、85+；0 岁和 1-4 岁请合并。",
            "As in 0-4, 5-9, …, 85+; add up ages 0 and 1-4.");
      }
    }
    return step;
  }

  /// Men may be left out altogether; a group that is missing otherwise is refused.
  private double[] people(String place, List<Row> rows, boolean female) {
    double[] result = new double[ages.size()];
    List<Row> own = rows.stream().filter(row -> row.female() == female).toList();
    if (own.size() != ages.size() && (female || !own.isEmpty())) {
      String who = (place.isEmpty() ? file : file + " " + place) + (female ? " F" : " M");
      throw new Refusal(
          "ages-missing",
          who + " 有 " + own.size() + " 个年龄组，应有 " + ages.size() + " 个。",
          who + " has " + own.size() + " age groups where there must be " + ages.size() + ".",
          "没有人的组也要写一行 0。",
          "Write a row with 0 for a group without people.");
    }
    own.forEach(row -> result[group(row.age())] = row.number("people"));
    return result;
  }
}
