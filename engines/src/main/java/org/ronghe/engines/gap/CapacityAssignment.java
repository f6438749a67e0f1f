package org.ronghe.engines.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ronghe.model.travel.TravelTable;

/// Everybody to the nearest place that still has room: pairs are taken by cost, the nearest first,
/// and those who find a place full spill over to their next nearest. Pairs of the same cost are
/// taken in the order of their origins' and destinations' ids.
public final class CapacityAssignment {
  private CapacityAssignment() {}

  /// @param demand of each origin, at least 0
  /// @param supply places at each destination, at least 0
  /// @param weights of each cost; a pair of weight 0 is too far to be taken
  public static Assigned of(TravelTable table, double[] demand, double[] supply, double[] weights) {
    int pairs = table.pairs();
    long[] order = new long[pairs];
    int[] origin = new int[pairs];
    for (int i = 0; i < demand.length; i++) {
      Arrays.fill(origin, table.starts()[i], table.starts()[i + 1], i);
    }
    for (int k = 0; k < pairs; k++) {
      order[k] = (long) table.rank()[k] << 32 | k;
    }
    Arrays.sort(order);
    double[] waiting = demand.clone();
    double[] room = supply.clone();
    List<Share> shares = new ArrayList<>();
    for (long next : order) {
      int k = (int) next;
      int i = origin[k];
      int j = table.destination()[k];
      if (waiting[i] > 0 && room[j] > 0 && weights[table.rank()[k]] > 0) {
        double taken = Math.min(waiting[i], room[j]);
        waiting[i] -= taken;
        room[j] -= taken;
        shares.add(new Share(i, j, taken, table.costs()[table.rank()[k]]));
      }
    }
    return new Assigned(shares, waiting, room);
  }

  /// So many of an origin's people go to a destination.
  ///
  /// @param origin index in the table
  /// @param destination index in the table
  public record Share(int origin, int destination, double people, double cost) {}

  /// @param shares nearest first
  /// @param unserved people of each origin who found no place
  /// @param room places of each destination that nobody took
  public record Assigned(List<Share> shares, double[] unserved, double[] room) {
    /// For each origin the share of its demand that found a place; NaN where there is no demand.
    public double[] served(double[] demand) {
      double[] result = new double[demand.length];
      for (int i = 0; i < result.length; i++) {
        result[i] = demand[i] == 0 ? Double.NaN : 1 - unserved[i] / demand[i];
      }
      return result;
    }
  }
}
