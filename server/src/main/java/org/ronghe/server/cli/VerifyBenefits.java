package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ronghe.engines.rule.benefit.BenefitProof;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.sources.benefit.BenefitFolder;
import org.ronghe.sources.benefit.BenefitReader;

/// The part of `./ronghe verify` that plays the examples of the benefits and looks for gaps and
/// overlaps in their tables.
final class VerifyBenefits {
  private VerifyBenefits() {}

  static boolean has(Path folder) {
    return Files.exists(folder.resolve("benefit.schema.json"));
  }

  /// Adds one line for each thing wrong; says how much there was.
  static String check(Path folder, List<String> wrong) throws IOException {
    BenefitFolder read = BenefitReader.read(folder);
    read.notices().forEach(notice -> wrong.add(line(folder, notice)));
    read.benefits().stream()
        .flatMap(benefit -> BenefitProof.failures(benefit).stream())
        .forEach(failure -> wrong.add(line(folder, failure)));
    int benefits = read.benefits().size();
    long examples = read.benefits().stream().mapToLong(one -> one.examples().size()).sum();
    return Words.say(
        benefits + " 项待遇，" + examples + " 个示例", benefits + " benefits, " + examples + " examples");
  }

  private static String line(Path folder, DecisionNotice notice) {
    return "✗ " + folder.getFileName() + "/" + Words.say(notice.chinese(), notice.english());
  }
}
