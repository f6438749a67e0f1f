package org.ronghe.server.siting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.program.Facility;
import org.ronghe.engines.site.program.SideAnswer.Planned;
import org.ronghe.engines.site.program.SidePlan;

/// A plan under side constraints as the file holds it, beside the members every answer has.
public final class SideSheet {
  private static final double DUST = 1e-6;

  private final SidePlan plan;
  private final Planned planned;
  private final SiteSheet.Names names;
  private final int last;

  public SideSheet(SidePlan plan, Planned planned, SiteSheet.Names names) {
    this.plan = plan;
    this.planned = planned;
    this.names = names;
    this.last = plan.phases().size() - 1;
  }

  /// Writes sites, assignment, facilities, closed, merged, cost and, where there are several,
  /// phases.
  public void write(SiteSheet sheet) {
    sheet.with("sites", sites(last));
    sheet.with("assignment", assignment(last));
    sheet.with("facilities", facilities());
    sheet.with("closed", closed());
    sheet.with("merged", merged());
    sheet.with("cost", SiteSheet.number(planned.cost()));
    if (last > 0) {
      List<Map<String, @Nullable Object>> phases = new ArrayList<>();
      for (int t = 0; t <= last; t++) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("phase", plan.phases().get(t).name());
        one.put("sites", sites(t));
        one.put("assignment", assignment(t));
        phases.add(one);
      }
      sheet.with("phases", phases);
    }
  }

  private List<Object> sites(int phase) {
    TreeSet<Integer> open = new TreeSet<>();
    for (int f = 0; f < plan.facilities().size(); f++) {
      if (planned.standing()[phase][f]) {
        open.add(plan.facilities().get(f).site());
      }
    }
    return open.stream().map(j -> (Object) names.sites().get(j)).toList();
  }

  /// Demand to site; to shares by site where it is split; by service first where there are several.
  private Map<String, @Nullable Object> assignment(int phase) {
    if (plan.services().size() == 1) {
      return assignment(phase, 0);
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (int s = 0; s < plan.services().size(); s++) {
      result.put(plan.services().get(s).name(), assignment(phase, s));
    }
    return result;
  }

  private Map<String, @Nullable Object> assignment(int phase, int s) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    int sites = plan.distances().sites();
    for (int i = 0; i < plan.distances().demands(); i++) {
      if (plan.services().get(s).weight()[i] <= 0) {
        continue;
      }
      Map<String, Double> shares = new LinkedHashMap<>();
      Object whole = null;
      for (int j = 0; j < sites; j++) {
        double share = planned.share()[phase][s][i * sites + j];
        if (share > DUST) {
          shares.put(String.valueOf(names.sites().get(j)), share);
          whole = share > 1 - DUST ? names.sites().get(j) : whole;
        }
      }
      result.put(
          String.valueOf(names.demands().get(i)),
          whole != null || shares.isEmpty() ? whole : shares);
    }
    return result;
  }

  private List<Map<String, @Nullable Object>> facilities() {
    List<Map<String, @Nullable Object>> result = new ArrayList<>();
    for (int f = 0; f < plan.facilities().size(); f++) {
      if (!planned.standing()[last][f]) {
        continue;
      }
      Facility facility = plan.facilities().get(f);
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("site", names.sites().get(facility.site()));
      one.put("service", plan.services().get(facility.service()).name());
      one.put("kind", facility.kind());
      boolean replaces = !facility.now() && plan.now(facility.site(), facility.service()) >= 0;
      one.put("how", facility.now() ? "kept" : replaces ? "upgraded" : "built");
      if (last > 0 && !facility.now()) {
        int since = 0;
        while (!planned.standing()[since][f]) {
          since++;
        }
        one.put("phase", plan.phases().get(since).name());
      }
      result.add(one);
    }
    return result;
  }

  private List<Object> closed() {
    List<Object> result = new ArrayList<>();
    for (int f = 0; f < plan.facilities().size(); f++) {
      Facility now = plan.facilities().get(f);
      boolean stays = false;
      for (int other = 0; other < plan.facilities().size(); other++) {
        Facility one = plan.facilities().get(other);
        stays |=
            planned.standing()[last][other]
                && one.site() == now.site()
                && one.service() == now.service();
      }
      if (now.now() && !stays) {
        result.add(names.sites().get(now.site()));
      }
    }
    return result;
  }

  private List<Map<String, Object>> merged() {
    List<Map<String, Object>> result = new ArrayList<>();
    for (int m = 0; m < plan.merges().size(); m++) {
      if (planned.merged()[m]) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("from", names.sites().get(plan.merges().get(m).from()));
        one.put("into", names.sites().get(plan.merges().get(m).into()));
        result.add(one);
      }
    }
    return result;
  }
}
