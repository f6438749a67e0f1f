package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.queue.Hall;
import org.ronghe.engines.queue.ServiceTime;
import org.ronghe.engines.queue.VisitKind;
import org.ronghe.engines.queue.WindowGroup;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.yaml.YamlNode;

/// A day at a service hall from a YAML file (`packs/windows/` has one to start from).
///
/// @param opens local time the doors open
/// @param synthetic whether the file says its figures are examples
record HallFile(Hall hall, LocalTime opens, boolean synthetic) {
  private static final String FORMAT = "ronghe-hall/1";

  static HallFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw refusal(file, "文件不存在。", "there is no such file.");
    }
    try {
      return of(YamlNode.parse(Files.readString(file)));
    } catch (YamlNode.Mistake | IllegalArgumentException mistake) {
      throw refusal(file, mistake.getMessage() + "。", mistake.getMessage() + ".");
    }
  }

  private static HallFile of(YamlNode root) {
    if (!root.get("format").text().equals(FORMAT)) {
      throw root.get("format").mistake("must be " + FORMAT);
    }
    int intervals = whole(root.get("intervals"));
    if (intervals < 1 || intervals > 500) {
      throw root.get("intervals").mistake("must be from 1 to 500 but is " + intervals);
    }
    List<VisitKind> kinds =
        root.get("kinds").list().stream().map(node -> kind(node, intervals)).toList();
    List<WindowGroup> groups =
        root.get("groups").list().stream().map(node -> group(node, intervals)).toList();
    unique("kinds", kinds.stream().map(VisitKind::id).toList());
    unique("groups", groups.stream().map(WindowGroup::id).toList());
    Set<String> known = new HashSet<>(kinds.stream().map(VisitKind::id).toList());
    for (WindowGroup group : groups) {
      for (String kind : group.kinds()) {
        if (!known.contains(kind)) {
          throw new IllegalArgumentException(
              "groups: " + group.id() + " serves " + kind + ", which is none of " + known);
        }
      }
    }
    return new HallFile(
        new Hall(root.get("interval_min").number(), kinds, groups),
        opens(root.get("opens")),
        root.find("synthetic").map(YamlNode::yes).orElse(false));
  }

  private static VisitKind kind(YamlNode node, int intervals) {
    Optional<YamlNode> transfer = node.find("transfer");
    YamlNode service = node.get("service");
    return new VisitKind(
        node.get("id").text(),
        perInterval(node.get("walkIns"), intervals, YamlNode::number),
        node.find("appointments")
            .map(list -> list.list().stream().map(HallFile::whole).toList())
            .orElse(List.of()),
        node.find("noShow").map(YamlNode::number).orElse(0.0),
        service(
            service.get("mean_min").number(),
            service.find("variation").map(YamlNode::number).orElse(1.0)),
        node.find("priority").map(HallFile::whole).orElse(1),
        node.find("patience_min").map(YamlNode::number).orElse(Double.POSITIVE_INFINITY),
        transfer.map(HallFile::transfer).orElse(null));
  }

  private static VisitKind.@Nullable Transfer transfer(YamlNode node) {
    return new VisitKind.Transfer(node.get("to").text(), node.get("share").number());
  }

  private static ServiceTime service(double mean_min, double variation) {
    return variation == 0
        ? new ServiceTime.Fixed(mean_min)
        : new ServiceTime.Lognormal(mean_min, variation);
  }

  private static WindowGroup group(YamlNode node, int intervals) {
    return new WindowGroup(
        node.get("id").text(),
        Set.copyOf(node.get("kinds").list().stream().map(YamlNode::text).toList()),
        perInterval(node.get("windows"), intervals, HallFile::whole));
  }

  /// A list of one value per interval, or one value for all.
  private static <T> List<T> perInterval(
      YamlNode node, int intervals, Function<YamlNode, T> value) {
    if (!node.isList()) {
      return Collections.nCopies(intervals, value.apply(node));
    }
    if (node.list().size() != intervals) {
      throw node.mistake("must have " + intervals + " values, one per interval");
    }
    return node.list().stream().map(value).toList();
  }

  private static int whole(YamlNode node) {
    double number = node.number();
    if (number != Math.rint(number)) {
      throw node.mistake("must be a whole number but is " + number);
    }
    return (int) number;
  }

  private static LocalTime opens(YamlNode node) {
    try {
      return LocalTime.parse(node.text());
    } catch (DateTimeParseException e) {
      throw node.mistake("must be a time such as \"08:30\" in quotes, but is " + node.text());
    }
  }

  private static void unique(String list, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(list + ": the id " + id + " is there twice");
      }
    }
  }

  private static Refusal refusal(Path file, String zh, String en) {
    return new Refusal(
        "hall-file",
        "大厅文件 " + file + "：" + zh,
        "The hall file " + file + ": " + en,
        "格式见 packs/windows/shangdang-centre.yaml。",
        "packs/windows/shangdang-centre.yaml shows the format.");
  }
}
