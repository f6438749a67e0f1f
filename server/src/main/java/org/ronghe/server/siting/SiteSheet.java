package org.ronghe.server.siting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.SiteAnswer.Located;

/// The answer as the file of `plan locate` holds it, in this order.
public final class SiteSheet {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /// Names of what the engine numbers.
  ///
  /// @param demands id of each demand
  /// @param sites id of each site (text, or a number where the file numbers its nodes)
  public record Names(List<? extends Object> demands, List<? extends Object> sites) {}

  public SiteSheet(String model) {
    members.put("model", model);
  }

  public SiteSheet with(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  public SiteSheet standing(double objective, double bound, double gap, boolean optimal) {
    members.put("feasible", true);
    members.put("objective", number(objective));
    members.put("bound", finite(bound));
    members.put("gap", finite(gap));
    members.put("optimal", optimal);
    return this;
  }

  /// Objective, bound, gap, optimal, sites, assignment.
  public SiteSheet located(Located located, Names names) {
    standing(located.objective(), located.bound(), located.gap(), located.optimal());
    members.put(
        "sites",
        Arrays.stream(located.sites()).mapToObj(j -> (Object) names.sites().get(j)).toList());
    Map<String, @Nullable Object> assignment = new LinkedHashMap<>();
    for (int i = 0; i < located.assignment().length; i++) {
      int site = located.assignment()[i];
      assignment.put(
          String.valueOf(names.demands().get(i)), site < 0 ? null : names.sites().get(site));
    }
    members.put("assignment", assignment);
    return this;
  }

  /// No sites, and why.
  ///
  /// @param bound proved by then, null when nothing is
  public SiteSheet without(@Nullable Boolean feasible, @Nullable Double bound) {
    members.put("feasible", feasible);
    members.put("objective", null);
    members.put("bound", bound == null ? null : finite(bound));
    members.put("gap", null);
    members.put("optimal", false);
    members.put("sites", List.of());
    members.put("assignment", Map.of());
    return this;
  }

  public Map<String, @Nullable Object> members() {
    return members;
  }

  /// A whole number without a decimal point.
  static Object number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return (long) value;
    }
    return value;
  }

  private static @Nullable Object finite(double value) {
    return Double.isFinite(value) ? number(value) : null;
  }
}
