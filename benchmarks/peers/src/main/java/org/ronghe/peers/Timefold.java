package org.ronghe.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Timefold with a list variable and its own settings, one thread.
public final class Timefold {
  private Timefold() {}

  public static void main(String[] arguments) throws IOException {
    Rounds.Order order = Rounds.Order.of(arguments);
    Rounds rounds = order.rounds();
    Plan plan = new Plan();
    IntStream.range(1, rounds.places()).mapToObj(i -> new Stop(i, rounds)).forEach(plan.stops::add);
    IntStream.range(0, rounds.vehicles())
        .forEach(_unused -> plan.lorries.add(new Lorry(plan.lorries.size(), rounds)));
    SolverConfig config =
        new SolverConfig()
            .withSolutionClass(Plan.class)
            .withEntityClasses(Lorry.class)
            .withConstraintProviderClass(Rules.class)
            .withRandomSeed((long) order.seed())
            .withTerminationSpentLimit(Duration.ofSeconds(order.seconds()));
    Plan found = SolverFactory.<Plan>create(config).buildSolver().solve(plan);
    rounds.write(
        order.answer(),
        found.lorries.stream()
            .map(lorry -> lorry.stops.stream().map(stop -> stop.place).toList())
            .toList());
  }

  public static final class Stop {
    final int place;
    final int demand;

    Stop(int place, Rounds rounds) {
      this.place = place;
      this.demand = rounds.demand()[place];
    }
  }

  @PlanningEntity
  public static class Lorry {
    @ai.timefold.solver.core.api.domain.lookup.PlanningId int id;
    Rounds rounds;
    @PlanningListVariable List<Stop> stops = new ArrayList<>();

    public Lorry() {}

    Lorry(int id, Rounds rounds) {
      this.id = id;
      this.rounds = rounds;
    }

    long over() {
      return Math.max(0, stops.stream().mapToInt(stop -> stop.demand).sum() - rounds.capacity());
    }

    long way() {
      long way = 0;
      int last = 0;
      for (Stop stop : stops) {
        way += rounds.distance()[last][stop.place];
        last = stop.place;
      }
      return way + rounds.distance()[last][0];
    }
  }

  @PlanningSolution
  public static class Plan {
    @ValueRangeProvider
    @ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty
    List<Stop> stops = new ArrayList<>();

    @PlanningEntityCollectionProperty List<Lorry> lorries = new ArrayList<>();
    @PlanningScore HardSoftLongScore score;
  }

  public static final class Rules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {
        factory
            .forEach(Lorry.class)
            .filter(lorry -> lorry.over() > 0)
            .penalizeLong(HardSoftLongScore.ONE_HARD, Lorry::over)
            .asConstraint("load"),
        factory
            .forEach(Lorry.class)
            .filter(lorry -> !lorry.stops.isEmpty())
            .penalizeLong(HardSoftLongScore.ONE_SOFT, Lorry::way)
            .asConstraint("way"),
      };
    }
  }
}
