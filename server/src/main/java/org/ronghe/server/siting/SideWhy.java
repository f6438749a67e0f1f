package org.ronghe.server.siting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ronghe.engines.site.Model;
import org.ronghe.engines.site.program.Facility;
import org.ronghe.engines.site.program.Limits;
import org.ronghe.engines.site.program.Phase;
import org.ronghe.engines.site.program.ProgramSolver;
import org.ronghe.engines.site.program.Service;
import org.ronghe.engines.site.program.SideAnswer;
import org.ronghe.engines.site.program.SidePlan;
import org.ronghe.engines.site.program.SideProgram;

/// Why no plan keeps to all limits: what can be seen at once, else which single limit, lifted,
/// would leave a plan.
public final class SideWhy {
  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final int NAMED = 10;

  private SideWhy() {}

  public static Impossibility of(SidePlan plan, SiteSheet.Names names, ProgramSolver solver) {
    for (Service service : plan.services()) {
      int[] outside = outOfReach(plan, service);
      if (outside.length > 0) {
        String some =
            Arrays.stream(outside)
                .limit(NAMED)
                .mapToObj(i -> String.valueOf(names.demands().get(i)))
                .collect(Collectors.joining(", "));
        return new Impossibility(
            "out-of-reach",
            service.name() + "：有 " + outside.length + " 处没有任何可选地点能到：" + some + "。",
            service.name()
                + ": "
                + outside.length
                + " places are reached by no site: "
                + some
                + ".");
      }
    }
    for (int s = 0; s < plan.services().size(); s++) {
      double all = Arrays.stream(plan.services().get(s).weight()).sum();
      double most = most(plan, s);
      if (most < all && plan.model() != Model.MCLP) {
        return new Impossibility(
            "capacity-below-demand",
            "容量合计至多 " + most + "，低于需求 " + all + "（" + plan.services().get(s).name() + "）。",
            "All capacity is at most "
                + most
                + ", below the demand of "
                + all
                + " ("
                + plan.services().get(s).name()
                + ").");
      }
    }
    return lifted(plan, solver);
  }

  private static int[] outOfReach(SidePlan plan, Service service) {
    boolean covers = plan.model() == Model.LSCP;
    if (plan.model() == Model.MCLP) {
      return new int[0];
    }
    double reach = covers ? service.radius() : Double.MAX_VALUE;
    return IntStream.range(0, service.weight().length)
        .filter(i -> service.weight()[i] > 0)
        .filter(i ->
            IntStream.range(0, plan.distances().sites())
                .noneMatch(j -> plan.distances().at(i, j) <= reach))
        .toArray();
  }

  /// The largest kinds of the largest sites together.
  private static double most(SidePlan plan, int s) {
    double[] largest = new double[plan.distances().sites()];
    for (Facility facility : plan.facilities()) {
      if (facility.service() == s) {
        largest[facility.site()] = Math.max(largest[facility.site()], facility.capacity());
      }
    }
    Arrays.sort(largest);
    int open = plan.services().get(s).open();
    int merged = (int) plan.merges().stream().filter(m -> m.service() == s).count();
    int from = open < 0 ? 0 : Math.max(0, largest.length - open - merged);
    return Arrays.stream(largest, from, largest.length).sum();
  }

  private static Impossibility lifted(SidePlan plan, ProgramSolver solver) {
    List<String> alone =
        without(plan).entrySet().stream()
            .filter(one -> SideProgram.solve(one.getValue(), solver) instanceof SideAnswer.Planned)
            .map(Map.Entry::getKey)
            .toList();
    if (alone.isEmpty()) {
      return new Impossibility(
          "limits-together",
          "没有方案同时满足各项条件，去掉其中任何一项也不行。",
          "No plan keeps to all limits, nor would lifting any one of them alone do.");
    }
    String list = String.join(", ", alone);
    return new Impossibility(
        "limits-too-tight",
        "没有方案同时满足各项条件；放宽其中一项即可：" + list + "。",
        "No plan keeps to all limits; lifting one of these alone would do: " + list + ".");
  }

  private static Map<String, SidePlan> without(SidePlan plan) {
    Limits all = plan.limits();
    Map<String, SidePlan> result = new LinkedHashMap<>();
    if (all.budget() < ANY) {
      result.put(
          "budget",
          with(plan, limits(all, ANY, all.staff(), all.backup(), all.worstDecile(), all.gap())));
    }
    if (all.staff() < ANY) {
      result.put(
          "staff",
          with(plan, limits(all, all.budget(), ANY, all.backup(), all.worstDecile(), all.gap())));
    }
    if (all.backup() > 1) {
      result.put(
          "backup",
          with(plan, limits(all, all.budget(), all.staff(), 1, all.worstDecile(), all.gap())));
    }
    if (all.worstDecile() < ANY) {
      result.put(
          "worst-decile",
          with(plan, limits(all, all.budget(), all.staff(), all.backup(), ANY, all.gap())));
    }
    if (all.gap() < ANY) {
      result.put(
          "gap",
          with(plan, limits(all, all.budget(), all.staff(), all.backup(), all.worstDecile(), ANY)));
    }
    if (plan.services().stream().anyMatch(s -> s.open() >= 0)) {
      result.put("p", anyNumber(plan));
    }
    if (plan.facilities().stream().anyMatch(f -> f.capacity() < ANY)) {
      result.put("capacity", anyCapacity(plan));
    }
    if (Arrays.stream(plan.room()).anyMatch(one -> one < ANY)) {
      double[] room = new double[plan.room().length];
      Arrays.fill(room, ANY);
      result.put("room", copy(plan, plan.services(), plan.facilities(), room, plan.phases(), all));
    }
    if (plan.phases().size() > 1) {
      List<Phase> last = List.of(plan.phases().getLast());
      result.put("phases", copy(plan, plan.services(), plan.facilities(), plan.room(), last, all));
    }
    return result;
  }

  private static Limits limits(
      Limits all, double budget, double staff, int backup, double worst, double gap) {
    return new Limits(budget, staff, all.closingCost(), backup, worst, gap, all.split());
  }

  private static SidePlan with(SidePlan plan, Limits limits) {
    List<Phase> phases = plan.phases();
    if (limits.budget() == ANY) {
      phases =
          phases.stream()
              .map(p -> new Phase(p.name(), p.open(), ANY, p.weight(), p.growth()))
              .toList();
    }
    return copy(plan, plan.services(), plan.facilities(), plan.room(), phases, limits);
  }

  private static SidePlan anyNumber(SidePlan plan) {
    List<Service> services =
        plan.services().stream()
            .map(s -> new Service(s.name(), s.weight(), s.importance(), -1, s.radius()))
            .toList();
    List<Phase> phases =
        plan.phases().stream()
            .map(p -> new Phase(p.name(), -1, p.budget(), p.weight(), p.growth()))
            .toList();
    return copy(plan, services, plan.facilities(), plan.room(), phases, plan.limits());
  }

  private static SidePlan anyCapacity(SidePlan plan) {
    List<Facility> facilities =
        plan.facilities().stream()
            .map(f ->
                new Facility(
                    f.site(),
                    f.service(),
                    f.kind(),
                    f.cost(),
                    f.staff(),
                    f.room(),
                    ANY,
                    f.now(),
                    f.kept()))
            .toList();
    return copy(plan, plan.services(), facilities, plan.room(), plan.phases(), plan.limits());
  }

  private static SidePlan copy(
      SidePlan plan,
      List<Service> services,
      List<Facility> facilities,
      double[] room,
      List<Phase> phases,
      Limits limits) {
    return new SidePlan(
        plan.model(),
        plan.distances(),
        services,
        facilities,
        room,
        plan.town(),
        phases,
        plan.merges(),
        limits,
        plan.byCost());
  }
}
