package org.ronghe.operate.overview;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKind;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.people.Sex;

/// People of a township by the newest census of the package.
final class Population {
  private final Map<String, List<PeopleCount>> byDivision;
  private final Map<String, List<Division>> villages;

  Population(County county) {
    String newest =
        county.people().stream().map(PeopleCount::censusDate).max(String::compareTo).orElse("");
    byDivision =
        county.people().stream()
            .filter(count -> count.censusDate().equals(newest))
            .collect(groupingBy(PeopleCount::divisionCode));
    villages =
        county.divisions().stream()
            .filter(division -> division.level() == DivisionLevel.VILLAGE)
            .collect(groupingBy(village -> village.code().substring(0, 9)));
  }

  /// People of a township: its own rows, or the sum of its villages; empty when neither is counted.
  OptionalLong of(String townshipCode) {
    List<PeopleCount> own = byDivision.getOrDefault(townshipCode, List.of());
    return own.isEmpty() ? ofVillages(townshipCode, _ -> true) : OptionalLong.of(sum(own));
  }

  /// Share of a township's people who live in town, 0 to 1: by the urban-rural class (codes from
  /// 100 to 199, 统计上划分城乡的规定) where the source gives it, else under residents' committees.
  OptionalDouble urbanShare(String townshipCode) {
    OptionalLong all = ofVillages(townshipCode, _ -> true);
    if (all.isEmpty() || all.getAsLong() == 0) {
      return OptionalDouble.empty();
    }
    long urban = ofVillages(townshipCode, Population::urban).orElse(0);
    return OptionalDouble.of((double) urban / all.getAsLong());
  }

  private static boolean urban(Division village) {
    String urbanRuralClass = village.urbanRuralClass();
    return urbanRuralClass == null
        ? village.kind() == DivisionKind.RESIDENT_COMMITTEE
        : urbanRuralClass.startsWith("1");
  }

  /// True when any count of the township or its villages is generated.
  boolean synthetic(String townshipCode) {
    return byDivision.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(townshipCode))
        .flatMap(entry -> entry.getValue().stream())
        .anyMatch(count -> count.provenance().synthetic());
  }

  private OptionalLong ofVillages(String townshipCode, Predicate<Division> which) {
    List<PeopleCount> counts =
        villages.getOrDefault(townshipCode, List.of()).stream()
            .filter(which)
            .flatMap(village -> byDivision.getOrDefault(village.code(), List.of()).stream())
            .toList();
    return counts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum(counts));
  }

  /// A table gives either totals or both sexes; totals win so that nobody is counted twice.
  private static long sum(List<PeopleCount> counts) {
    boolean totals = counts.stream().anyMatch(count -> count.sex() == Sex.ALL);
    return counts.stream()
        .filter(count -> !totals || count.sex() == Sex.ALL)
        .mapToLong(PeopleCount::count)
        .sum();
  }
}
