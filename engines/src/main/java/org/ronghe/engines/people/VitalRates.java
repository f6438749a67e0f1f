package org.ronghe.engines.people;

/// What happens to people during one step, which is as long as an age group is wide.
///
/// @param female of women
/// @param male of men
/// @param fertility children per woman and year, for each age group
/// @param boysPerGirl sex ratio at birth, above 0; 1.05 where nothing better is known
public record VitalRates(OfSex female, OfSex male, double[] fertility, double boysPerGirl) {
  public VitalRates {
    fertility = fertility.clone();
  }

  @Override
  public double[] fertility() {
    return fertility.clone();
  }

  /// Of one sex. Index 0 of `survival` is the share of the children born in the step who live to
  /// its end; index n the share of group n − 1 who live into group n; the last the share of the
  /// last two groups together.
  ///
  /// @param survival each from 0 to 1
  /// @param arriving people who move in, per year, for each group
  /// @param leaving people who move out, per year, for each group
  /// @param leavingRate share of those present who move out, per year, for each group
  public record OfSex(
      double[] survival, double[] arriving, double[] leaving, double[] leavingRate) {
    public OfSex {
      survival = survival.clone();
      arriving = arriving.clone();
      leaving = leaving.clone();
      leavingRate = leavingRate.clone();
      for (double share : survival) {
        if (!(share >= 0 && share <= 1)) {
          throw new IllegalArgumentException("survival " + share);
        }
      }
    }

    /// Nobody moves.
    public static OfSex closed(double... survival) {
      int groups = survival.length;
      return new OfSex(survival, new double[groups], new double[groups], new double[groups]);
    }

    @Override
    public double[] survival() {
      return survival.clone();
    }

    @Override
    public double[] arriving() {
      return arriving.clone();
    }

    @Override
    public double[] leaving() {
      return leaving.clone();
    }

    @Override
    public double[] leavingRate() {
      return leavingRate.clone();
    }
  }
}
