package org.ronghe.server.siting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.program.Limits;
import org.ronghe.engines.site.program.Phase;

/// What is asked for beside the plain question, with names of columns still to be read.
///
/// @param roomColumn how much room each place has; null for any
/// @param townColumn which places are town
/// @param byCost whether LSCP minimises the cost
public record SideSpec(
    List<OneService> services,
    @Nullable String roomColumn,
    @Nullable String townColumn,
    List<Phase> phases,
    List<OneMerge> merges,
    Limits limits,
    boolean byCost) {
  public SideSpec {
    services = List.copyOf(services);
    phases = List.copyOf(phases);
    merges = List.copyOf(merges);
  }

  /// @param demandColumn null: one for each place
  /// @param open -1 when costs decide
  /// @param existingColumn names the kind that stands at a place; null when none is
  /// @param keptColumn says which of those must stay
  public record OneService(
      String name,
      @Nullable String demandColumn,
      double importance,
      int open,
      double radius,
      @Nullable String existingColumn,
      @Nullable String keptColumn,
      List<Kind> kinds) {
    public OneService {
      kinds = List.copyOf(kinds);
    }
  }

  public record Kind(String name, Amount cost, Amount staff, Amount room, Amount capacity) {}

  /// A number, or a column that holds one for each place.
  public record Amount(double number, @Nullable String column) {
    public static Amount of(double number) {
      return new Amount(number, null);
    }
  }

  /// By ids of places.
  public record OneMerge(String service, String from, String into, double cost) {}
}
