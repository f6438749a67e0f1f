package org.ronghe.server.siting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.site.program.Limits;
import org.ronghe.engines.site.program.Phase;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.siting.SideSpec.Amount;
import org.ronghe.server.siting.SideSpec.Kind;
import org.ronghe.server.siting.SideSpec.OneMerge;
import org.ronghe.server.siting.SideSpec.OneService;
import org.ronghe.sources.yaml.YamlNode;

/// Reads `--problem F.yaml`; see `docs/engines/site.md` for its keys.
public final class SideSpecFile {
  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final Set<String> KEYS =
      Set.of(
          "services",
          "room",
          "town",
          "phases",
          "merges",
          "budget",
          "staff",
          "closing-cost",
          "backup",
          "worst-decile",
          "gap",
          "split",
          "minimise");
  private static final Set<String> SERVICE_KEYS =
      Set.of("name", "demand", "importance", "p", "radius", "existing", "keep", "kinds");
  private static final Set<String> KIND_KEYS = Set.of("name", "cost", "staff", "room", "capacity");
  private static final Set<String> PHASE_KEYS = Set.of("name", "p", "budget", "weight", "growth");
  private static final Set<String> MERGE_KEYS = Set.of("service", "from", "into", "cost");

  private SideSpecFile() {}

  public static SideSpec read(Path file) {
    try {
      return spec(YamlNode.parse(Files.readString(file)));
    } catch (YamlNode.Mistake mistake) {
      throw new Refusal(
          "problem-wrong",
          file + "：" + mistake.getMessage(),
          file + ": " + mistake.getMessage(),
          "写法见 docs/engines/site.md。",
          "How to write it: docs/engines/site.md.");
    } catch (IOException e) {
      throw new Refusal(
          "problem-unreadable",
          "读不了 " + file + "：" + e.getMessage(),
          "Cannot read " + file + ": " + e.getMessage(),
          "",
          "");
    }
  }

  private static SideSpec spec(YamlNode root) {
    known(root, KEYS, "");
    List<OneService> services = new ArrayList<>();
    for (YamlNode one : root.get("services").list()) {
      services.add(service(one));
    }
    List<Phase> phases = new ArrayList<>();
    for (YamlNode one : list(root, "phases")) {
      known(one, PHASE_KEYS, "phases");
      phases.add(
          new Phase(
              one.get("name").text(),
              one.find("p").map(YamlNode::integer).orElse(-1),
              number(one, "budget", ANY),
              number(one, "weight", 1),
              number(one, "growth", 1)));
    }
    List<OneMerge> merges = new ArrayList<>();
    for (YamlNode one : list(root, "merges")) {
      known(one, MERGE_KEYS, "merges");
      merges.add(
          new OneMerge(
              text(one, "service", services.getFirst().name()),
              one.get("from").text(),
              one.get("into").text(),
              number(one, "cost", 0)));
    }
    String minimise = text(root, "minimise", "sites");
    if (!minimise.equals("cost") && !minimise.equals("sites")) {
      throw refused("minimise", minimise, "cost, sites");
    }
    return new SideSpec(
        services,
        optional(root, "room"),
        optional(root, "town"),
        phases,
        merges,
        limits(root),
        minimise.equals("cost"));
  }

  private static Limits limits(YamlNode root) {
    return new Limits(
        number(root, "budget", ANY),
        number(root, "staff", ANY),
        number(root, "closing-cost", 0),
        root.find("backup").map(YamlNode::integer).orElse(1),
        number(root, "worst-decile", ANY),
        number(root, "gap", ANY),
        root.find("split").map(YamlNode::yes).orElse(false));
  }

  private static OneService service(YamlNode node) {
    known(node, SERVICE_KEYS, "services");
    List<Kind> kinds = new ArrayList<>();
    for (YamlNode one : list(node, "kinds")) {
      known(one, KIND_KEYS, "kinds");
      kinds.add(
          new Kind(
              one.get("name").text(),
              amount(one, "cost", 0),
              amount(one, "staff", 0),
              amount(one, "room", 0),
              amount(one, "capacity", ANY)));
    }
    if (kinds.isEmpty()) {
      kinds.add(new Kind("site", Amount.of(0), Amount.of(0), Amount.of(0), Amount.of(ANY)));
    }
    return new OneService(
        node.get("name").text(),
        optional(node, "demand"),
        number(node, "importance", 1),
        node.find("p").map(YamlNode::integer).orElse(-1),
        number(node, "radius", ANY),
        optional(node, "existing"),
        optional(node, "keep"),
        kinds);
  }

  /// A typo in a key would otherwise lift a limit silently.
  private static void known(YamlNode node, Set<String> keys, String where) {
    for (String key : node.entries().keySet()) {
      if (!keys.contains(key)) {
        throw refused(where, key, String.join(", ", keys.stream().sorted().toList()));
      }
    }
  }

  private static Refusal refused(String where, String key, String allowed) {
    return new Refusal(
        "problem-key",
        "问题文件里 " + where + " 的“" + key + "”不认识。",
        "In the problem file, \""
            + key
            + "\" "
            + (where.isEmpty() ? "" : "under " + where + " ")
            + "is not known.",
        "可写：" + allowed + "。",
        "It may be: " + allowed + ".");
  }

  private static List<YamlNode> list(YamlNode node, String key) {
    return node.find(key).map(YamlNode::list).orElse(List.of());
  }

  private static double number(YamlNode node, String key, double otherwise) {
    double value = node.find(key).map(YamlNode::number).orElse(otherwise);
    if (!(value >= 0)) {
      throw refused(key, String.valueOf(value), "≥ 0");
    }
    return value;
  }

  private static Amount amount(YamlNode node, String key, double otherwise) {
    Optional<YamlNode> found = node.find(key);
    if (found.isPresent() && !found.get().text().matches("-?[0-9].*|\\.(nan|inf).*")) {
      return new Amount(otherwise, found.get().text());
    }
    return Amount.of(number(node, key, otherwise));
  }

  private static String text(YamlNode node, String key, String otherwise) {
    return node.find(key).map(YamlNode::text).orElse(otherwise);
  }

  private static @Nullable String optional(YamlNode node, String key) {
    return node.find(key).map(YamlNode::text).orElse(null);
  }
}
