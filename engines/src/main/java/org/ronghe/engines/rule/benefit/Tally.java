package org.ronghe.engines.rule.benefit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// Adds up what a register gets. Not safe for threads: one per thread, then [#add(Tally)].
public final class Tally {
  private final Map<String, Sum> benefits = new TreeMap<>();
  private final Map<String, Map<String, Sum>> byTownship = new TreeMap<>();
  private final Map<String, Map<String, Sum>> byAge = new TreeMap<>();
  private final Map<String, Map<String, Sum>> byPlace = new TreeMap<>();
  private long people;

  /// One person was looked at.
  public void person() {
    people++;
  }

  /// @param annual yuan a year
  /// @param receives whether they already receive it
  public void result(
      SyntheticPerson person,
      String benefit,
      BenefitRules.Result result,
      long aYear,
      boolean receives) {
    boolean eligible = Boolean.TRUE.equals(result.eligible());
    BigDecimal amount = result.amount();
    BigDecimal annual =
        eligible && amount != null ? amount.multiply(BigDecimal.valueOf(aYear)) : BigDecimal.ZERO;
    boolean undecided = result.eligible() == null || amount == null;
    sum(benefits, benefit).add(eligible, undecided, eligible && !receives, annual);
    if (eligible || undecided) {
      sum(byTownship, benefit, person.cell().townshipName())
          .add(eligible, undecided, eligible && !receives, annual);
      sum(byAge, benefit, band(person.age()))
          .add(eligible, undecided, eligible && !receives, annual);
      sum(byPlace, benefit, person.cell().urban() ? "town" : "village")
          .add(eligible, undecided, eligible && !receives, annual);
    }
  }

  private static Sum sum(Map<String, Sum> sums, String key) {
    return sums.computeIfAbsent(key, _ -> new Sum());
  }

  private static Sum sum(Map<String, Map<String, Sum>> sums, String benefit, String key) {
    return sum(sums.computeIfAbsent(benefit, _ -> new TreeMap<>()), key);
  }

  static String band(int age) {
    return age < 16 ? "0-15" : age < 60 ? "16-59" : age < 70 ? "60-69" : age < 80 ? "70-79" : "80+";
  }

  /// Takes over what another counted.
  public void add(Tally other) {
    people += other.people;
    merge(benefits, other.benefits);
    other.byTownship.forEach(
        (key, sums) -> merge(byTownship.computeIfAbsent(key, _ -> new TreeMap<>()), sums));
    other.byAge.forEach(
        (key, sums) -> merge(byAge.computeIfAbsent(key, _ -> new TreeMap<>()), sums));
    other.byPlace.forEach(
        (key, sums) -> merge(byPlace.computeIfAbsent(key, _ -> new TreeMap<>()), sums));
  }

  private static void merge(Map<String, Sum> into, Map<String, Sum> from) {
    from.forEach((key, sum) -> sum(into, key).add(sum));
  }

  public long people() {
    return people;
  }

  /// By benefit.
  public Map<String, Sum> benefits() {
    return benefits;
  }

  /// By benefit, then name of the township.
  public Map<String, Map<String, Sum>> byTownship() {
    return byTownship;
  }

  /// By benefit, then age band.
  public Map<String, Map<String, Sum>> byAge() {
    return byAge;
  }

  /// By benefit, then `town` or `village`.
  public Map<String, Map<String, Sum>> byPlace() {
    return byPlace;
  }

  /// People and yuan.
  public static final class Sum {
    private long eligible;
    private long undecided;
    private long unclaimed;
    private BigDecimal annual = BigDecimal.ZERO;

    void add(boolean isEligible, boolean isUndecided, boolean isUnclaimed, BigDecimal yuan) {
      eligible += isEligible ? 1 : 0;
      undecided += isUndecided ? 1 : 0;
      unclaimed += isUnclaimed ? 1 : 0;
      annual = annual.add(yuan);
    }

    void add(Sum other) {
      eligible += other.eligible;
      undecided += other.undecided;
      unclaimed += other.unclaimed;
      annual = annual.add(other.annual);
    }

    public long eligible() {
      return eligible;
    }

    /// Something of the person was not known.
    public long undecided() {
      return undecided;
    }

    /// Entitled and not receiving it: found before asked (免申即享).
    public long foundBeforeAsked() {
      return unclaimed;
    }

    /// Yuan a year.
    public BigDecimal annual_yuan() {
      return annual;
    }
  }
}
