package org.ronghe.engines.rule.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ronghe.model.people.Sex;

/// 合成: people who do not exist, in the villages, sexes and age bands of a census. A pure function
/// of seed, size and day: person i is always the same. Everything beyond village, sex and age band
/// is made up.
public final class SyntheticRegister {
  private static final List<String> BENEFITS =
      List.of("medical-insurance", "basic-pension", "dibao", "elder-care", "talent-incentive");
  private static final int FIRST_ID = 1_000_000;
  private final List<PeopleCell> cells;
  private final long[] upTo;
  private final long counted;
  private final int size;
  private final long seed;
  private final LocalDate day;
  private final String county;

  /// @param size how many people; the cells keep their shares
  /// @param day ages are those of this day
  public SyntheticRegister(List<PeopleCell> cells, int size, long seed, LocalDate day) {
    this.cells = cells.stream().filter(cell -> cell.count() > 0).toList();
    if (this.cells.isEmpty() || size < 1) {
      throw new IllegalArgumentException("a register needs people");
    }
    this.size = size;
    this.seed = seed;
    this.day = day;
    this.upTo = new long[this.cells.size()];
    long sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += this.cells.get(i).count();
      upTo[i] = sum;
    }
    this.counted = sum;
    String village = this.cells.getFirst().village();
    this.county = village.substring(0, Math.min(6, village.length()));
  }

  public int size() {
    return size;
  }

  /// Person `index`, from 0.
  public SyntheticPerson person(int index) {
    long place = (long) ((index + 0.5) * counted / size);
    PeopleCell cell = cells.get(find(place));
    Draw draw = new Draw(seed, index);
    Map<String, Object> known = HashMap.newHashMap(40);
    LocalDate birth = birth(cell, draw);
    int age = day.getYear() - birth.getYear() - (birthdayAhead(birth) ? 1 : 0);
    known.put("id", "SYN-" + (FIRST_ID + index));
    known.put("synthetic", true);
    known.put("division", cell.village());
    known.put("birth", birth);
    known.put("sex", cell.sex() == Sex.MALE ? "male" : "female");
    known.put("urban", cell.urban());
    residence(known, age, draw);
    work(known, age, cell, draw);
    hardship(known, age, cell, draw);
    health(known, age, draw);
    posting(known, age, draw);
    Set<String> receives = new LinkedHashSet<>();
    for (String benefit : BENEFITS) {
      boolean has =
          benefit.equals("dibao") ? Boolean.TRUE.equals(known.get("dibao")) : draw.chance(0.9);
      if (has) {
        receives.add(benefit);
      }
    }
    return new SyntheticPerson(index, cell, age, known, receives);
  }

  /// The people of the cells somebody asks for, in the register's own order.
  public List<SyntheticPerson> people(Predicate<PeopleCell> wanted) {
    List<SyntheticPerson> found = new ArrayList<>();
    for (int i = 0; i < upTo.length; i++) {
      if (wanted.test(cells.get(i))) {
        int last = firstFrom(upTo[i]);
        for (int index = firstFrom(i == 0 ? 0 : upTo[i - 1]); index < last; index++) {
          found.add(person(index));
        }
      }
    }
    return found;
  }

  /// The person of this id, if there is one.
  public Optional<SyntheticPerson> find(String id) {
    if (!id.matches("SYN-[0-9]{7,9}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(id.substring(4)) - FIRST_ID;
    return index >= 0 && index < size ? Optional.of(person(index)) : Optional.empty();
  }

  /// The first person whose place is at or after `place` in the count.
  private int firstFrom(long place) {
    return (int) Math.min(size, Math.max(0, Math.ceil((double) place * size / counted - 0.5)));
  }

  private int find(long place) {
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place < upTo[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean birthdayAhead(LocalDate birth) {
    return birth.getMonthValue() > day.getMonthValue()
        || (birth.getMonthValue() == day.getMonthValue()
            && birth.getDayOfMonth() > day.getDayOfMonth());
  }

  private LocalDate birth(PeopleCell cell, Draw draw) {
    int last = Math.min(cell.ageTo(), cell.ageFrom() + (cell.ageFrom() >= 85 ? 12 : 4));
    int age = cell.ageFrom() + draw.below(last - cell.ageFrom() + 1);
    return day.minusYears(age).minusDays(draw.below(365));
  }

  private static void residence(Map<String, Object> known, int age, Draw draw) {
    boolean local = !draw.chance(age >= 18 && age < 55 ? 0.16 : 0.06);
    known.put("local_hukou", local);
    known.put("months_here", number(local ? Math.max(age, 1) * 12L : draw.below(96)));
    known.put("stable_home", draw.chance(local ? 0.98 : 0.35));
    known.put("studying", age >= 6 && age < 22 && draw.chance(age < 16 ? 0.99 : 0.6));
    known.put("school_children", number(age >= 26 && age < 50 ? draw.below(3) : 0));
  }

  private static void work(Map<String, Object> known, int age, PeopleCell cell, Draw draw) {
    boolean working = age >= 18 && age < 60 && draw.chance(0.75);
    boolean formal = working && draw.chance(cell.urban() ? 0.5 : 0.18);
    known.put("stable_job", working && draw.chance(0.7));
    known.put("employee_medical", formal || (age >= 60 && draw.chance(cell.urban() ? 0.3 : 0.06)));
    known.put("employee_pension", formal || (age >= 60 && draw.chance(cell.urban() ? 0.3 : 0.06)));
    int years =
        age < 60
            ? draw.below(Math.max(1, age - 17))
            : draw.chance(0.93) ? 15 + draw.below(5) : draw.below(15);
    known.put("pension_years", number(years));
    known.put("pension_account", number(years * (200L + 100L * draw.below(8))));
  }

  private static void hardship(Map<String, Object> known, int age, PeopleCell cell, Draw draw) {
    double income = Math.exp((cell.urban() ? 7.6 : 7.0) + 0.75 * draw.normal());
    known.put("income_per_head", number(Math.round(income)));
    known.put("household_size", number(1 + draw.below(5)));
    known.put("assets_within", draw.chance(income < 900 ? 0.9 : 0.5));
    known.put("extreme_poverty", age >= 60 && income < 400 && draw.chance(0.15));
    known.put("orphan", age < 18 && draw.chance(0.001));
    known.put("dibao", income < 600 && draw.chance(0.55));
    known.put(
        "disability", number(draw.chance(0.04 + (age > 60 ? 0.05 : 0)) ? 1 + draw.below(4) : 0));
  }

  private static void health(Map<String, Object> known, int age, Draw draw) {
    known.put("severe_illness", draw.chance(age > 60 ? 0.03 : 0.004));
    double care = age < 60 ? 0 : age < 70 ? 0.05 : age < 80 ? 0.12 : 0.35;
    known.put("care_need", !draw.chance(care) ? "none" : draw.pick("mild", "moderate", "severe"));
    boolean stay = draw.chance(age > 60 ? 0.25 : 0.08);
    long cost = stay ? Math.round(Math.exp(8.6 + 0.8 * draw.normal())) : 0;
    known.put("hospital_level", number(stay ? 1 + draw.below(3) : 0));
    known.put("inpatient_cost", number(cost));
    known.put("self_paid", number(Math.round(cost * 0.45)));
    boolean emergency = draw.chance(0.004);
    known.put("emergency", emergency ? draw.pick("accident", "illness", "education") : "none");
    known.put("emergency_loss", number(emergency ? 2_000L + draw.below(40_000) : 0));
  }

  private static void posting(Map<String, Object> known, int age, Draw draw) {
    boolean talent = age >= 22 && age < 60 && draw.chance(0.006);
    known.put(
        "degree",
        age < 22
            ? "none"
            : talent
                ? draw.pick("bachelor", "master", "doctor")
                : draw.chance(0.12) ? "bachelor" : "none");
    known.put("works_in", talent ? draw.pick("village", "township", "county") : "none");
    known.put("posting", talent ? draw.pick("three-supports", "tech-envoy", "introduced") : "none");
    known.put("years_posted", number(talent ? draw.below(8) : 0));
  }

  private static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }

  /// The county the villages belong to, six digits.
  public String county() {
    return county;
  }

  /// A stream of draws that depends on seed and index only (SplitMix64).
  private static final class Draw {
    private long state;

    Draw(long seed, int index) {
      state = seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L;
    }

    private long next() {
      state += 0x9E3779B97F4A7C15L;
      long z = state;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }

    private double real() {
      return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double share) {
      return real() < share;
    }

    int below(int bound) {
      return (int) (real() * bound);
    }

    double normal() {
      return Math.sqrt(-2 * Math.log(1 - real())) * Math.cos(2 * Math.PI * real());
    }

    String pick(String... words) {
      return words[below(words.length)];
    }
  }
}
