package org.ronghe.engines.people;

/// People by sex and age group. Groups are equally wide and the last is open; a count need not be
/// whole.
///
/// @param width of each age group, in years, at least 1
/// @param female one number for each group from age 0, each at least 0
/// @param male as many; all 0 where only women are followed
public record Cohorts(int width, double[] female, double[] male) {
  public Cohorts {
    female = female.clone();
    male = male.clone();
    if (width < 1 || female.length < 2 || male.length != female.length) {
      throw new IllegalArgumentException(
          "width " + width + ", groups " + female.length + " and " + male.length);
    }
    for (int group = 0; group < female.length; group++) {
      if (!isCount(female[group]) || !isCount(male[group])) {
        throw new IllegalArgumentException("no count of people in group " + group);
      }
    }
  }

  private static boolean isCount(double people) {
    return people >= 0 && Double.isFinite(people);
  }

  @Override
  public double[] female() {
    return female.clone();
  }

  @Override
  public double[] male() {
    return male.clone();
  }

  public int groups() {
    return female.length;
  }

  public double total() {
    double sum = 0;
    for (int group = 0; group < female.length; group++) {
      sum += female[group] + male[group];
    }
    return sum;
  }
}
