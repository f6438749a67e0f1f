package org.ronghe.server.benefit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.engines.rule.benefit.Reform;
import org.ronghe.model.pack.Words;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.yaml.YamlNode;

/// Reads a reform: YAML with `name` and `changes`, each of `benefit`, `parameter`, `value`.
public final class ReformFile {
  private ReformFile() {}

  /// Refused when the file, a benefit or a parameter is not there, or a value is no number.
  public static Reform read(Path file, List<BenefitRules> rules) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw refused(file, "没有这个文件。", "there is no such file.");
    }
    Reform reform;
    try {
      YamlNode root = YamlNode.parse(Files.readString(file));
      List<Reform.Change> changes = new ArrayList<>();
      for (YamlNode change : root.get("changes").list()) {
        String value = change.get("value").text();
        changes.add(
            new Reform.Change(
                change.get("benefit").text(), change.get("parameter").text(), number(file, value)));
      }
      String name = root.find("name").map(YamlNode::text).orElse(file.getFileName().toString());
      reform = new Reform(new Words(name, name), changes);
    } catch (YamlNode.Mistake wrong) {
      throw refused(file, String.valueOf(wrong.getMessage()), String.valueOf(wrong.getMessage()));
    }
    for (Reform.Change change : reform.unknown(rules)) {
      String known = known(change, rules);
      throw refused(
          file,
          "没有待遇参数 " + change.benefit() + " / " + change.parameter() + "；或许是 " + known + "。",
          "there is no parameter "
              + change.benefit()
              + " / "
              + change.parameter()
              + "; maybe one of "
              + known
              + ".");
    }
    if (reform.changes().isEmpty()) {
      throw refused(file, "没有任何改动（changes 为空）。", "it changes nothing (changes is empty).");
    }
    return reform;
  }

  private static String known(Reform.Change change, List<BenefitRules> rules) {
    List<String> parameters =
        rules.stream()
            .filter(one -> one.benefit().id().equals(change.benefit()))
            .flatMap(one -> one.benefit().parameters().stream())
            .map(parameter -> parameter.id())
            .toList();
    return String.join(
        ", ",
        parameters.isEmpty() ? rules.stream().map(one -> one.benefit().id()).toList() : parameters);
  }

  private static BigDecimal number(Path file, String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException _) {
      throw refused(file, "value “" + text + "” 不是数字。", "value “" + text + "” is no number.");
    }
  }

  private static Refusal refused(Path file, String zh, String en) {
    return new Refusal(
        "reform-file",
        file + "：" + zh,
        file + ": " + en,
        "格式：changes: [{benefit: dibao, parameter: rural, value: 700}]",
        "The form is changes: [{benefit: dibao, parameter: rural, value: 700}]");
  }
}
