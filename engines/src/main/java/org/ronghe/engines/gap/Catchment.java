package org.ronghe.engines.gap;

import java.util.Arrays;
import org.ronghe.model.travel.TravelTable;

/// Floating catchment areas: supply per head of those who compete for it, summed over what an
/// origin reaches. Supply that nobody with a demand reaches has infinitely many places per head: an
/// origin without people of its own that reaches it gets an infinite value, as both reference
/// libraries say.
public final class Catchment {
  private Catchment() {}

  /// Two steps (2SFCA; enhanced, E2SFCA, when the weights are not just 0 and 1).
  ///
  /// @param demand of each origin, at least 0
  /// @param supply of each destination, at least 0
  /// @param weights of each cost of the table
  /// @return for each origin
  public static double[] twoStep(
      TravelTable table, double[] demand, double[] supply, double[] weights) {
    int[] starts = table.starts();
    int[] destination = table.destination();
    int[] rank = table.rank();
    double[] served = new double[supply.length];
    for (int i = 0; i < demand.length; i++) {
      double people = demand[i];
      if (people == 0) {
        continue;
      }
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        served[destination[k]] += people * weights[rank[k]];
      }
    }
    double[] perHead = perHead(supply, served);
    boolean finite = allFinite(perHead);
    double[] result = new double[demand.length];
    for (int i = 0; i < demand.length; i++) {
      result[i] =
          finite
              ? sum(perHead, weights, destination, rank, starts[i], starts[i + 1])
              : sumPositive(perHead, weights, destination, rank, starts[i], starts[i + 1]);
    }
    return result;
  }

  /// Three steps (3SFCA, Wan, Zou and Sternberg 2012): a place's people share themselves out over
  /// what they reach before they are counted.
  ///
  /// @param selection weights of each cost by which people choose, over all they could reach
  /// @param weights of each cost; 0 past the greatest cost that counts
  public static double[] threeStep(
      TravelTable table, double[] demand, double[] supply, double[] selection, double[] weights) {
    double[] pair = new double[table.pairs()];
    for (int i = 0; i < demand.length; i++) {
      int end = table.starts()[i + 1];
      double all = 0;
      for (int k = table.starts()[i]; k < end; k++) {
        all += selection[table.rank()[k]];
      }
      for (int k = table.starts()[i]; k < end && all > 0; k++) {
        int rank = table.rank()[k];
        pair[k] = weights[rank] * (selection[rank] / all);
      }
    }
    return shared(table, demand, supply, pair, pair);
  }

  /// Balanced (BFCA, Páez, Higgins and Vivona 2019): people share themselves out over destinations,
  /// and each destination shares itself out over origins, so that both sums are kept.
  public static double[] balanced(
      TravelTable table, double[] demand, double[] supply, double[] weights) {
    double[] overDestinations = new double[table.pairs()];
    double[] overOrigins = new double[table.pairs()];
    double[] ofDestination = new double[supply.length];
    for (int i = 0; i < demand.length; i++) {
      int end = table.starts()[i + 1];
      double all = 0;
      for (int k = table.starts()[i]; k < end; k++) {
        all += weights[table.rank()[k]];
      }
      for (int k = table.starts()[i]; k < end; k++) {
        double weight = weights[table.rank()[k]];
        overDestinations[k] = all > 0 ? weight / all : 0;
        overOrigins[k] = weight;
        ofDestination[table.destination()[k]] += weight;
      }
    }
    for (int k = 0; k < overOrigins.length; k++) {
      double all = ofDestination[table.destination()[k]];
      overOrigins[k] = all > 0 ? overOrigins[k] / all : 0;
    }
    return shared(table, demand, supply, overDestinations, overOrigins);
  }

  /// @param coming share of each pair with which people come
  /// @param getting share of each pair with which they get a part of what there is per head
  private static double[] shared(
      TravelTable table, double[] demand, double[] supply, double[] coming, double[] getting) {
    double[] served = new double[supply.length];
    for (int i = 0; i < demand.length; i++) {
      for (int k = table.starts()[i]; k < table.starts()[i + 1]; k++) {
        served[table.destination()[k]] += demand[i] * coming[k];
      }
    }
    double[] perHead = perHead(supply, served);
    double[] result = new double[demand.length];
    for (int i = 0; i < demand.length; i++) {
      for (int k = table.starts()[i]; k < table.starts()[i + 1]; k++) {
        if (getting[k] > 0) {
          result[i] += perHead[table.destination()[k]] * getting[k];
        }
      }
    }
    return result;
  }

  /// No supply is none per head, even where there are no heads.
  private static double[] perHead(double[] supply, double[] served) {
    double[] result = new double[supply.length];
    Arrays.setAll(result, j -> supply[j] == 0 ? 0 : supply[j] / served[j]);
    return result;
  }

  private static boolean allFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  private static double sum(
      double[] perHead, double[] weights, int[] destination, int[] rank, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += perHead[destination[k]] * weights[rank[k]];
    }
    return sum;
  }

  private static double sumPositive(
      double[] perHead, double[] weights, int[] destination, int[] rank, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      double weight = weights[rank[k]];
      if (weight > 0) {
        sum += perHead[destination[k]] * weight;
      }
    }
    return sum;
  }
}
