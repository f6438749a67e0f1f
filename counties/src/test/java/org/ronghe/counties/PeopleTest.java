package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.ronghe.model.division.Division;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.people.Sex;

/// The villages together are the county the census counted on 1 November 2020.
class PeopleTest {
  private static final Facts FACTS = Facts.read();

  @Test
  void a01_the_villages_add_up_to_319660_people() {
    assertThat(sum(count -> true)).isEqualTo(319_660);
  }

  @Test
  void a02_there_are_99_34_men_for_every_100_women() {
    double women = sum(count -> count.sex() == Sex.FEMALE);
    double men = sum(count -> count.sex() == Sex.MALE);
    assertThat(100 * men / women).isCloseTo(99.34, within(0.005));
  }

  @Test
  void a03_every_age_band_has_the_share_the_census_gives() {
    for (String figure : FACTS.census().keySet()) {
      if (figure.startsWith("age_")) {
        int from = Integer.parseInt(figure.split("_")[1]);
        double share = sum(count -> count.ageFrom() == from) / 319_660.0;
        assertThat(share).as(figure).isCloseTo(FACTS.figure(figure), within(0.0001));
      }
    }
  }

  @Test
  void a04_women_of_15_to_49_are_23_05_percent_of_all() {
    double women =
        sum(count -> count.sex() == Sex.FEMALE && count.ageFrom() >= 15 && count.ageTo() <= 49);
    assertThat(women / 319_660).isCloseTo(0.2305, within(0.00001));
  }

  @Test
  void a05_46_07_percent_live_in_units_of_an_urban_class() {
    Map<String, String> classes = new LinkedHashMap<>();
    for (Division division : Sample.COUNTY.divisions()) {
      String urbanClass = division.urbanRuralClass();
      if (urbanClass != null) {
        classes.put(division.code(), urbanClass);
      }
    }
    double urban = sum(count -> classes.getOrDefault(count.divisionCode(), "").startsWith("1"));
    assertThat(urban / 319_660).isCloseTo(0.4607, within(0.00001));
  }

  @Test
  void a06_no_village_is_empty_and_none_is_a_city() {
    Map<String, Long> villages = new LinkedHashMap<>();
    people().forEach(count -> villages.merge(count.divisionCode(), count.count(), Long::sum));
    assertThat(villages).hasSize(191);
    assertThat(villages.values()).allMatch(people -> people >= 100 && people <= 20_000);
  }

  @Test
  void a07_the_county_itself_has_the_real_figures_by_age_and_by_sex() {
    List<PeopleCount> county =
        Sample.COUNTY.people().stream().filter(c -> c.divisionCode().equals("140404")).toList();
    assertThat(county).hasSize(21).noneMatch(count -> count.provenance().synthetic());
    assertThat(county.stream().filter(c -> c.sex() == Sex.ALL).mapToLong(PeopleCount::count).sum())
        .isEqualTo(319_660);
    assertThat(county.stream().filter(c -> c.sex() != Sex.ALL).mapToLong(PeopleCount::count).sum())
        .isEqualTo(319_660);
  }

  @Test
  void b01_the_table_keeps_both_sums_whatever_they_are() {
    for (int round = 0; round < 200; round++) {
      Chance chance = Chance.of("test/" + round);
      List<Long> columns = List.of((long) chance.below(90), (long) chance.below(9), 31L, 0L);
      long total = columns.stream().mapToLong(Long::longValue).sum();
      List<Long> rows = Shares.split(total, List.of(chance.between(0, 5), 1.0, 2.5));
      long[][] table = Shares.table(rows, columns);
      for (int row = 0; row < rows.size(); row++) {
        assertThat(java.util.Arrays.stream(table[row]).sum()).isEqualTo(rows.get(row));
      }
      for (int column = 0; column < columns.size(); column++) {
        int at = column;
        long sum = java.util.Arrays.stream(table).mapToLong(row -> row[at]).sum();
        assertThat(sum).isEqualTo(columns.get(column));
      }
    }
  }

  private static long sum(Predicate<PeopleCount> which) {
    return people().stream().filter(which).mapToLong(PeopleCount::count).sum();
  }

  private static List<PeopleCount> people() {
    return Sample.COUNTY.people().stream().filter(c -> c.divisionCode().length() == 12).toList();
  }
}
