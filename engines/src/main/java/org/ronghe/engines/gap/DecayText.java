package org.ronghe.engines.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a decay as people write it: `binary:50`, `exponential:0.05`, `linear:50`,
/// `logistic:30,10`, `power:1.5`, `gaussian:20`, `stepped:10,20,30/0.68,0.22,0`.
public final class DecayText {
  private static final String KNOWN =
      "binary:50, exponential:0.05, linear:50, logistic:30,10, power:1.5, gaussian:20,"
          + " stepped:10,20,30/0.68,0.22,0";

  private DecayText() {}

  /// The decay the text means, or why it means none.
  public static Outcome read(String text, Convention convention) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    return switch (name) {
      case "binary" -> one(rest, 0, true, Decay.Binary::new);
      case "exponential" -> one(rest, 0, true, Decay.Exponential::new);
      case "linear" -> one(rest, 0, false, Decay.Linear::new);
      case "gaussian" -> one(rest, 0, false, Decay.Gaussian::new);
      case "power" ->
          one(rest, 0, true, exponent -> new Decay.Power(exponent, convention == Convention.R));
      case "logistic" -> logistic(rest);
      case "stepped" -> stepped(rest, convention);
      default -> new Wrong("没有名为“" + name + "”的衰减函数。", "There is no decay “" + name + "”.", KNOWN);
    };
  }

  private interface OfOne {
    Decay make(double parameter);
  }

  private static Outcome one(String text, double least, boolean leastToo, OfOne decay) {
    List<Double> numbers = numbers(text);
    if (numbers.size() != 1) {
      return new Wrong("需要一个参数，不是“" + text + "”。", "Takes one number, not “" + text + "”.", KNOWN);
    }
    double number = numbers.getFirst();
    if (number < least || (number == least && !leastToo)) {
      return new Wrong(
          "参数 " + text.strip() + " 必须" + (leastToo ? "不小于" : "大于") + " 0。",
          "The parameter " + text.strip() + " must be " + (leastToo ? "at least" : "above") + " 0.",
          KNOWN);
    }
    return new Right(decay.make(number));
  }

  private static Outcome logistic(String text) {
    List<Double> numbers = numbers(text);
    if (numbers.size() != 2 || numbers.get(0) <= 0 || numbers.get(1) <= 0) {
      return new Wrong(
          "需要两个大于 0 的参数（中位值,标准差），不是“" + text + "”。",
          "Takes two numbers above 0 (median,standard deviation), not “" + text + "”.",
          "logistic:30,10");
    }
    return new Right(new Decay.Logistic(numbers.get(0), numbers.get(1)));
  }

  private static Outcome stepped(String text, Convention convention) {
    int slash = text.indexOf('/');
    List<Double> steps = numbers(slash < 0 ? text : text.substring(0, slash));
    List<Double> weights = slash < 0 ? List.of() : numbers(text.substring(slash + 1));
    if (steps.isEmpty() || steps.size() != weights.size()) {
      return new Wrong(
          "需要一样多的台阶和权重，不是“" + text + "”。",
          "Takes as many steps as weights, not “" + text + "”.",
          "stepped:10,20,30/0.68,0.22,0");
    }
    for (int k = 0; k < steps.size(); k++) {
      if (steps.get(k) < 0 || (k > 0 && steps.get(k) <= steps.get(k - 1))) {
        return new Wrong(
            "台阶必须不小于 0 且递增，不是“" + text + "”。",
            "The steps must be at least 0 and ascend, not “" + text + "”.",
            "stepped:10,20,30/0.68,0.22,0");
      }
      if (weights.get(k) < 0) {
        return new Wrong(
            "权重不能为负，不是“" + text + "”。",
            "No weight may be negative, not “" + text + "”.",
            "stepped:10,20,30/0.68,0.22,0");
      }
    }
    if (convention == Convention.R) {
      return new Right(new Decay.Stepped(steps, weights, true));
    }
    // a last weight above 0 would reach to the end of the world, which PySAL cannot say
    return weights.getLast() > 0
        ? new Right(new Decay.Banded(steps, weights))
        : new Right(new Decay.Stepped(steps, weights, false));
  }

  /// Empty when one of them is no finite number.
  private static List<Double> numbers(String text) {
    List<Double> result = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      double number;
      try {
        number = Double.parseDouble(part.strip());
      } catch (NumberFormatException _) {
        return List.of();
      }
      if (!Double.isFinite(number)) {
        return List.of();
      }
      result.add(number);
    }
    return result;
  }

  /// What the text was.
  public sealed interface Outcome {}

  /// A decay.
  public record Right(Decay decay) implements Outcome {}

  /// None, and why.
  ///
  /// @param like how it is written
  public record Wrong(String zh, String en, String like) implements Outcome {}
}
