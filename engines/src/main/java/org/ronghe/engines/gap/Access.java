package org.ronghe.engines.gap;

import org.ronghe.model.travel.TravelTable;

/// Access of each origin by any of the measures. Pure arithmetic in one thread and one order: the
/// same table gives the same bits.
public final class Access {
  private Access() {}

  /// The value of each origin of the table, in its order. Infinite: nothing can be reached
  /// (`CLOSEST`), or supply nobody competes for is in reach (`TWO_STEP`, `THREE_STEP`, `BALANCED`).
  /// NaN: undefined, see the measure.
  ///
  /// @param demand of each origin, at least 0; not read unless the measure needs it
  /// @param supply of each destination, at least 0
  public static double[] of(
      Question question, TravelTable table, double[] demand, double[] supply) {
    double[] all = question.decay().weights(table.costs());
    double[] weights = upTo(question.greatestCost(), table.costs(), all);
    return switch (question.measure()) {
      case CUMULATIVE, GRAVITY -> Reachable.weighted(table, supply, weights);
      case CLOSEST -> Reachable.closest(table, supply, question.wanted());
      case TWO_STEP -> Catchment.twoStep(table, demand, supply, weights);
      case THREE_STEP -> Catchment.threeStep(table, demand, supply, all, weights);
      case BALANCED -> Catchment.balanced(table, demand, supply, weights);
      case SPATIAL_AVAILABILITY ->
          SpatialAvailability.of(table, demand, supply, weights, question.alpha());
      case BALANCING_COST -> Reachable.balancing(table, demand, supply, question.increment());
      case CAPACITY_ASSIGNMENT ->
          CapacityAssignment.of(table, demand, supply, weights).served(demand);
    };
  }

  /// Who goes where, for `CAPACITY_ASSIGNMENT`.
  public static CapacityAssignment.Assigned assigned(
      Question question, TravelTable table, double[] demand, double[] supply) {
    double[] all = question.decay().weights(table.costs());
    return CapacityAssignment.of(
        table, demand, supply, upTo(question.greatestCost(), table.costs(), all));
  }

  private static double[] upTo(double greatest, double[] costs, double[] weights) {
    double[] result = weights.clone();
    for (int k = 0; k < result.length; k++) {
      result[k] = costs[k] <= greatest ? result[k] : 0;
    }
    return result;
  }

  /// What is asked.
  ///
  /// @param decay `binary:∞` for measures that use none
  /// @param greatestCost pairs beyond it do not count; infinite for all
  /// @param wanted how much supply must be in reach (`CLOSEST`)
  /// @param increment step of the thresholds (`BALANCING_COST`); above 0
  /// @param alpha power of the demand (`SPATIAL_AVAILABILITY`)
  public record Question(
      Measure measure,
      Decay decay,
      double greatestCost,
      double wanted,
      double increment,
      double alpha) {
    /// With what the libraries take when nothing is said.
    public static Question of(Measure measure, Decay decay) {
      return new Question(measure, decay, Double.POSITIVE_INFINITY, 1, 1, 1);
    }
  }
}
