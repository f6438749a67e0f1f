package org.ronghe.engines.people;

/// From death rates to survival: people of a group die at its rate, evenly through it.
public final class LifeTable {
  private LifeTable() {}

  /// Survival as [VitalRates.OfSex] takes it.
  ///
  /// @param deathRate deaths per person and year in each group, at least 0; in the last, open group
  ///   above 0
  public static double[] survival(double[] deathRate, int width) {
    int groups = deathRate.length;
    double[] lived = new double[groups];
    double alive = 1;
    for (int group = 0; group < groups - 1; group++) {
      double dying = Math.min(1, width * deathRate[group] / (1 + width * deathRate[group] / 2));
      double next = alive * (1 - dying);
      lived[group] = width * (alive + next) / 2;
      alive = next;
    }
    lived[groups - 1] = alive / deathRate[groups - 1];
    return ofYearsLived(lived, width);
  }

  /// The same from the years lived in each group by one newborn (`nLx / l0`; in the last, open
  /// group all that are left).
  public static double[] ofYearsLived(double[] lived, int width) {
    int last = lived.length - 1;
    double[] survival = new double[lived.length];
    survival[0] = lived[0] / width;
    for (int group = 1; group < last; group++) {
      survival[group] = lived[group - 1] == 0 ? 0 : lived[group] / lived[group - 1];
    }
    double both = lived[last - 1] + lived[last];
    survival[last] = both == 0 ? 0 : lived[last] / both;
    return survival;
  }
}
