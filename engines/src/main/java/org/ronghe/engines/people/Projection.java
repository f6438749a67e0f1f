package org.ronghe.engines.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Cohort-component projection: people grow older by one group a step, some die, women bear
/// children, some move in and out. As Preston, Heuveline and Guillot (Demography, 2001, ch. 6) set
/// it out: half of the movers move at the beginning of a step and share its risks, half at its end.
public final class Projection {
  private Projection() {}

  /// The state after each step, the start first.
  ///
  /// @param rates of step 0, 1, …
  /// @param steps at least 0
  public static Outcome of(Cohorts start, IntFunction<VitalRates> rates, int steps) {
    List<Step> result = new ArrayList<>();
    Cohorts now = start;
    for (int step = 0; step < steps; step++) {
      switch (step(now, rates.apply(step))) {
        case Moved moved -> {
          result.add(moved.step());
          now = moved.step().people();
        }
        case Emptied emptied -> {
          return new MoreLeave(step, emptied.women(), emptied.group());
        }
      }
    }
    return new Projected(result);
  }

  private static Once step(Cohorts now, VitalRates rates) {
    int width = now.width();
    double[] womenMoving = net(now.female(), rates.female(), width);
    double[] menMoving = net(now.male(), rates.male(), width);
    double[] women = grown(now.female(), rates.female().survival(), womenMoving);
    double[] men = grown(now.male(), rates.male().survival(), menMoving);
    double births = 0;
    for (int group = 0; group < women.length; group++) {
      double present = (now.female()[group] + womenMoving[group] / 2 + women[group]) / 2;
      births += width * rates.fertility()[group] * present;
    }
    double girls = births / (1 + rates.boysPerGirl());
    boolean followMen = total(now.male()) > 0 || total(rates.male().arriving()) > 0;
    double boys = followMen ? births - girls : 0;
    women[0] = girls * rates.female().survival()[0] + womenMoving[0] / 2;
    men[0] = boys * rates.male().survival()[0] + menMoving[0] / 2;
    // the youngest last: too few mothers make too few children
    for (int n = 1; n <= women.length; n++) {
      int group = n % women.length;
      if (women[group] < 0 || men[group] < 0) {
        return new Emptied(women[group] < 0, group);
      }
    }
    Cohorts next = new Cohorts(width, women, men);
    double arriving = width * (total(rates.female().arriving()) + total(rates.male().arriving()));
    double moving = total(womenMoving) + total(menMoving);
    double deaths = now.total() + girls + boys + moving - next.total();
    return new Moved(new Step(next, girls, boys, deaths, arriving, arriving - moving));
  }

  /// Who come in less who go out, over the step.
  private static double[] net(double[] present, VitalRates.OfSex rates, int width) {
    double[] arriving = rates.arriving();
    double[] leaving = rates.leaving();
    double[] leavingRate = rates.leavingRate();
    double[] result = new double[present.length];
    for (int group = 0; group < result.length; group++) {
      result[group] =
          width * (arriving[group] - leaving[group] - leavingRate[group] * present[group]);
    }
    return result;
  }

  /// All but the youngest, who are not born yet.
  private static double[] grown(double[] now, double[] survival, double[] moving) {
    int last = now.length - 1;
    double[] result = new double[now.length];
    for (int group = 1; group < last; group++) {
      result[group] =
          (now[group - 1] + moving[group - 1] / 2) * survival[group] + moving[group] / 2;
    }
    double old = now[last - 1] + now[last] + (moving[last - 1] + moving[last]) / 2;
    result[last] = old * survival[last] + moving[last] / 2;
    return result;
  }

  private static double total(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }

  private sealed interface Once {}

  private record Moved(Step step) implements Once {}

  private record Emptied(boolean women, int group) implements Once {}

  /// What came of a projection.
  public sealed interface Outcome {}

  /// @param steps one after the other
  public record Projected(List<Step> steps) implements Outcome {
    public Projected {
      steps = List.copyOf(steps);
    }
  }

  /// More people would leave a group than are in it.
  ///
  /// @param step counted from 0
  /// @param women whether it is a group of women
  /// @param group counted from 0
  public record MoreLeave(int step, boolean women, int group) implements Outcome {}

  /// One step: `people` are those before, plus `girls` and `boys`, less `deaths`, plus `arriving`,
  /// less `leaving`.
  ///
  /// @param people at its end
  /// @param girls born in it
  /// @param boys born in it; 0 where men are not followed
  public record Step(
      Cohorts people, double girls, double boys, double deaths, double arriving, double leaving) {}
}
