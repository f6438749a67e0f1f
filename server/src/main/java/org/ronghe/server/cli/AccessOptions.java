package org.ronghe.server.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.gap.Access;
import org.ronghe.engines.gap.Convention;
import org.ronghe.engines.gap.Decay;
import org.ronghe.engines.gap.DecayText;
import org.ronghe.engines.gap.Measure;
import org.ronghe.sources.county.notice.Likely;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Which measure, and with what.
final class AccessOptions {
  @Option(
      names = "--measure",
      required = true,
      paramLabel = "M",
      description =
          "指标 / cumulative, gravity, closest, 2sfca, 3sfca, bfca, spatial-availability,"
              + " balancing-cost, capacity-assignment")
  private String measure = "";

  @Option(
      names = "--decay",
      paramLabel = "D",
      description =
          "衰减 / binary:50, exponential:0.05, linear:50, logistic:30,10, power:1.5, gaussian:20,"
              + " stepped:10,20,30/0.68,0.22,0")
  private @Nullable String decay;

  @Option(
      names = "--as",
      paramLabel = "r|pysal",
      description =
          "按哪个库的定义（缺省 r，3sfca 为 pysal）：stepped 和 power 不同 / whose definition of"
              + " stepped and power, where R accessibility and PySAL access differ (default: r;"
              + " 3sfca: pysal)")
  private @Nullable Convention as;

  @Option(
      names = "--max-cost",
      paramLabel = "N",
      description = "超过此成本的不算 / pairs beyond this cost do not count")
  private @Nullable Double maxCost;

  @Option(
      names = "--opportunities",
      paramLabel = "N",
      description = "closest：至少够到多少 / closest: how much supply must be in reach (default: 1)")
  private double opportunities = 1;

  @Option(
      names = "--increment",
      paramLabel = "N",
      description = "balancing-cost：步长 / balancing-cost: step between thresholds (default: 1)")
  private double increment = 1;

  @Option(
      names = "--alpha",
      paramLabel = "N",
      description =
          "spatial-availability：需求的指数 / spatial-availability: power of the demand (default: 1)")
  private double alpha = 1;

  /// What was asked for; 3SFCA is PySAL's alone.
  Convention convention() {
    if (as != null) {
      return as;
    }
    return Measure.ofCode(measure).filter(Measure.THREE_STEP::equals).isPresent()
        ? Convention.PYSAL
        : Convention.R;
  }

  String decayText() {
    return decay == null ? "" : decay;
  }

  /// The question, or wrong usage.
  Access.Question question(CommandLine line) {
    Measure found = Measure.ofCode(measure).orElseThrow(() -> unknown(line));
    Decay read = decay(line, found);
    if (found == Measure.CUMULATIVE && !(read instanceof Decay.Binary)) {
      throw usage(
          line,
          "cumulative 用 --decay binary:N；要按 " + decay + " 加权请用 gravity。",
          "cumulative takes --decay binary:N; gravity weighs by " + decay + ".");
    }
    if (!(increment > 0)
        || !(opportunities > 0)
        || !(alpha >= 0)
        || (maxCost != null && !(maxCost >= 0))) {
      throw usage(
          line,
          "--increment、--opportunities 必须大于 0，--alpha、--max-cost 不小于 0。",
          "--increment and --opportunities must be above 0, --alpha and --max-cost at least 0.");
    }
    double greatest = maxCost == null ? Double.POSITIVE_INFINITY : maxCost;
    if (maxCost != null && (found == Measure.CLOSEST || found == Measure.BALANCING_COST)) {
      throw usage(line, found.code() + " 不用 --max-cost。", found.code() + " takes no --max-cost.");
    }
    return new Access.Question(found, read, greatest, opportunities, increment, alpha);
  }

  private ParameterException unknown(CommandLine line) {
    String codes = String.join(", ", Measure.codes());
    Optional<String> likely = Likely.of(measure, Measure.codes());
    return usage(
        line,
        "没有名为 " + measure + " 的指标：" + codes + likely.map(one -> "。也许是 " + one + "？").orElse(""),
        "There is no measure "
            + measure
            + ": "
            + codes
            + likely.map(one -> ". Maybe " + one + "?").orElse(""));
  }

  private Decay decay(CommandLine line, Measure found) {
    if (decay == null) {
      if (found.needsDecay()) {
        throw usage(
            line,
            found.code() + " 需要 --decay，例如 --decay binary:50。",
            found.code() + " needs --decay, as in --decay binary:50.");
      }
      return new Decay.Binary(Double.POSITIVE_INFINITY);
    }
    return switch (DecayText.read(decay, convention())) {
      case DecayText.Right right -> right.decay();
      case DecayText.Wrong wrong ->
          throw usage(
              line,
              "--decay " + decay + "：" + wrong.zh() + " 写法：" + wrong.like(),
              "--decay " + decay + ": " + wrong.en() + " Written like " + wrong.like());
    };
  }

  private static ParameterException usage(CommandLine line, String zh, String en) {
    return new ParameterException(line, Words.say(zh, en));
  }
}
