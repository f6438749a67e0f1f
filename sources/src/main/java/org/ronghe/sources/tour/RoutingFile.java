package org.ronghe.sources.tour;

import java.util.List;
import org.ronghe.model.remark.Remark;

/// A routing instance from a research library, the depot first. All figures are whole numbers in
/// `1/scale` of the file's unit.
///
/// @param weights from place a to place b: `weights[a * places + b]`
/// @param x where the places are; empty when the file gives weights only
/// @param open by place, when service may begin; all 0 without time windows
/// @param vehicles how many there are, -1 when the file does not say
/// @param longest the most a route may take, driving and service together; -1 without a limit
/// @param returns false when vehicles stay where their last customer is
/// @param remarks what the reader had to decide
public record RoutingFile(
    String name,
    int places,
    int scale,
    int[] weights,
    double[] x,
    double[] y,
    int capacity,
    int[] demand,
    int[] service,
    int[] open,
    int[] close,
    boolean timeWindows,
    int vehicles,
    int longest,
    boolean returns,
    List<Remark> remarks) {
  public RoutingFile {
    remarks = List.copyOf(remarks);
  }

  /// Customers of the file, without the depot.
  public int customers() {
    return places - 1;
  }
}
