package org.ronghe.server.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ronghe.engines.dig.DigRules;
import org.ronghe.model.measure.Utility;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.yaml.YamlNode;

/// Reads `packs/dig/rules.yaml`.
public final class DigRulesFile {
  private static final String FORMAT = "ronghe-dig/1";

  private DigRulesFile() {}

  /// The rules; a [Refusal] names the file and the place that is wrong.
  public static DigRules read(Path file) {
    try {
      return of(YamlNode.parse(Files.readString(file)));
    } catch (YamlNode.Mistake | IllegalArgumentException | IOException mistake) {
      throw new Refusal(
          "dig-rules",
          "动土规则 " + file + "：" + mistake.getMessage(),
          "The rules for opening roads, " + file + ": " + mistake.getMessage(),
          "对照随附的 packs/dig/rules.yaml 改正。",
          "Correct it; the shipped packs/dig/rules.yaml shows how.");
    }
  }

  private static DigRules of(YamlNode root) {
    if (!root.get("format").text().equals(FORMAT)) {
      throw root.get("format").mistake("must be " + FORMAT);
    }
    List<DigRules.Clearance> clearances =
        root.get("clearances").list().stream()
            .map(pair ->
                new DigRules.Clearance(
                    pair.get("one").choice(Utility.class),
                    pair.get("other").choice(Utility.class),
                    pair.get("least_m").number(),
                    pair.get("clause").text()))
            .toList();
    return new DigRules(
        clearances,
        root.get("otherwise_m").number(),
        root.get("tunnelZone_m").number(),
        (int) root.get("builtYears").number(),
        (int) root.get("resurfacedYears").number(),
        root.get("jointDistance_m").number(),
        (int) root.get("jointDays").number(),
        (int) root.get("slackDays").number(),
        root.get("zone_m").number(),
        root.get("embargoClause").text(),
        root.get("tunnelClause").text());
  }
}
