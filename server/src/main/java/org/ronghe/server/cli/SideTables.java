package org.ronghe.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.Model;
import org.ronghe.engines.site.SiteQuestion.Fate;
import org.ronghe.engines.site.program.Facility;
import org.ronghe.engines.site.program.Merge;
import org.ronghe.engines.site.program.Service;
import org.ronghe.engines.site.program.SidePlan;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.siting.SideSpec;
import org.ronghe.sources.plan.PlaceTable;

/// Puts the figures of the places into a [SideSpec].
final class SideTables {
  private final SideSpec spec;
  private final LocateTables.Tabled tabled;
  private final PlanTables tables;

  SideTables(SideSpec spec, LocateTables.Tabled tabled, PlanTables tables) {
    this.spec = spec;
    this.tabled = tabled;
    this.tables = tables;
  }

  SidePlan plan(Model model) {
    List<Service> services = new ArrayList<>();
    List<Facility> facilities = new ArrayList<>();
    for (int s = 0; s < spec.services().size(); s++) {
      SideSpec.OneService one = spec.services().get(s);
      services.add(
          new Service(
              one.name(),
              of(tabled.demandRows(), amounts(one.demandColumn(), 1)),
              one.importance(),
              one.open(),
              one.radius()));
      facilities(s, one, facilities);
    }
    return new SidePlan(
        model,
        tabled.read().distances(),
        services,
        facilities,
        of(tabled.siteRows(), amounts(spec.roomColumn(), Double.POSITIVE_INFINITY)),
        town(),
        spec.phases(),
        spec.merges().stream().map(this::merge).toList(),
        spec.limits(),
        spec.byCost());
  }

  private void facilities(int s, SideSpec.OneService one, List<Facility> facilities) {
    List<String> existing = texts(one.existingColumn());
    List<String> kept = texts(one.keptColumn());
    List<String> kinds = one.kinds().stream().map(SideSpec.Kind::name).toList();
    for (int j = 0; j < tabled.siteRows().length; j++) {
      int row = tabled.siteRows()[j];
      String now = existing.get(row).strip();
      if (!now.isEmpty() && !kinds.contains(now)) {
        throw new Refusal(
            "kind-unknown",
            places().ids().get(row) + " 的 " + one.existingColumn() + "（" + now + "）不是已知的种类。",
            places().ids().get(row)
                + ": the "
                + one.existingColumn()
                + " ("
                + now
                + ") is no kind of "
                + one.name()
                + ".",
            "种类有：" + String.join(", ", kinds) + "。",
            "The kinds are: " + String.join(", ", kinds) + ".");
      }
      // Without a column of what exists, keeping a site means that it is there.
      boolean keep =
          one.keptColumn() != null
              && LocateTables.fateOf(kept.get(row)) == Fate.KEPT
              && (one.existingColumn() == null || !now.isEmpty());
      for (SideSpec.Kind kind : one.kinds()) {
        boolean there =
            one.existingColumn() == null
                ? keep && kind.equals(one.kinds().getFirst())
                : now.equals(kind.name());
        facilities.add(
            new Facility(
                j,
                s,
                kind.name(),
                amounts(kind.cost())[row],
                amounts(kind.staff())[row],
                amounts(kind.room())[row],
                amounts(kind.capacity())[row],
                there,
                keep));
      }
    }
  }

  private final java.util.Map<SideSpec.Amount, double[]> read = new java.util.HashMap<>();

  private double[] amounts(SideSpec.Amount amount) {
    return read.computeIfAbsent(amount, one -> amounts(one.column(), one.number()));
  }

  private PlaceTable places() {
    return tabled.places();
  }

  private double[] amounts(@Nullable String column, double otherwise) {
    double[] result = new double[places().ids().size()];
    Arrays.fill(result, otherwise);
    if (column != null) {
      double[] cells = tables.take(places().amounts(column));
      for (int n = 0; n < result.length; n++) {
        result[n] = Double.isNaN(cells[n]) ? 0 : cells[n];
      }
    }
    return result;
  }

  private List<String> texts(@Nullable String column) {
    return column == null
        ? java.util.Collections.nCopies(places().ids().size(), "")
        : tables.take(places().texts(column));
  }

  private boolean[] town() {
    List<String> cells = texts(spec.townColumn());
    boolean[] result = new boolean[tabled.demandRows().length];
    for (int i = 0; i < result.length; i++) {
      result[i] =
          switch (cells.get(tabled.demandRows()[i]).strip().toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "yes", "true", "town", "urban", "是", "城镇" -> true;
            case "", "0", "0.0", "no", "false", "village", "rural", "否", "乡村" -> false;
            default ->
                throw new Refusal(
                    "cell-unknown",
                    places().ids().get(tabled.demandRows()[i])
                        + " 的 "
                        + spec.townColumn()
                        + "（"
                        + cells.get(tabled.demandRows()[i])
                        + "）看不懂。",
                    places().ids().get(tabled.demandRows()[i])
                        + ": the "
                        + spec.townColumn()
                        + " ("
                        + cells.get(tabled.demandRows()[i])
                        + ") is not understood.",
                    "可写：1 / 0、是 / 否。",
                    "It may be: 1 / 0, yes / no.");
          };
    }
    return result;
  }

  private Merge merge(SideSpec.OneMerge one) {
    int service =
        IntStream.range(0, spec.services().size())
            .filter(s -> spec.services().get(s).name().equals(one.service()))
            .findFirst()
            .orElseThrow(() -> unknown(one.service()));
    return new Merge(service, site(one.from()), site(one.into()), one.cost());
  }

  private int site(String id) {
    return IntStream.range(0, tabled.siteRows().length)
        .filter(j -> places().ids().get(tabled.siteRows()[j]).equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private static Refusal unknown(String id) {
    return new Refusal(
        "merge-unknown",
        "合并里写的“" + id + "”不在地点表（可建处）或服务里。",
        "The merge names \"" + id + "\", which is no site of the places and no service.",
        "",
        "");
  }

  private static double[] of(int[] rows, double[] values) {
    return Arrays.stream(rows).mapToDouble(n -> values[n]).toArray();
  }
}
