package org.ronghe.server.benefit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.benefit.BenefitFolder;
import org.ronghe.sources.benefit.BenefitReader;

/// The benefits that came with the program.
public final class BenefitPacks {
  private BenefitPacks() {}

  /// Where they are.
  public static Path folder() {
    return Path.of(System.getProperty("ronghe.home", "."), "packs", "benefits");
  }

  /// Reads and compiles all of them; refused when one has a fault.
  public static List<BenefitRules> all() throws IOException {
    return all(folder());
  }

  /// The same from a folder of benefits.
  public static List<BenefitRules> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new Refusal(
          "no-benefits",
          "没有待遇文件夹 " + folder + "。",
          "The folder of benefits " + folder + " is not there.",
          "从融合的安装目录运行，或设置 ronghe.home。",
          "Run it from where Ronghe is installed, or set ronghe.home.");
    }
    BenefitFolder read = BenefitReader.read(folder);
    List<DecisionNotice> notices = new ArrayList<>(read.notices());
    List<BenefitRules> rules = new ArrayList<>();
    for (Benefit benefit : read.benefits()) {
      BenefitRules.compile(benefit, notices).ifPresent(rules::add);
    }
    if (!notices.isEmpty()) {
      DecisionNotice first = notices.getFirst();
      throw new Refusal(
          "benefit-fault",
          first.chinese(),
          first.english(),
          "./ronghe verify packs/benefits 列出全部问题。",
          "./ronghe verify packs/benefits lists everything that is wrong.");
    }
    return rules;
  }
}
