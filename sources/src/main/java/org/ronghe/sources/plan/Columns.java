package org.ronghe.sources.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.model.remark.Remark;
import org.ronghe.sources.county.notice.Likely;

/// The header of a table.
final class Columns {
  private final String file;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<String> names;

  Columns(String file, List<String> header) throws TableFault {
    this.file = file;
    this.names = header.stream().map(String::strip).toList();
    for (int n = 0; n < names.size(); n++) {
      if (index.putIfAbsent(names.get(n), n) != null && !names.get(n).isEmpty()) {
        throw new TableFault(
            Remark.of(
                "column-twice",
                file + " 有两个名为 " + names.get(n) + " 的列。",
                file + " has two columns named " + names.get(n) + "."));
      }
    }
  }

  boolean has(String name) {
    return index.containsKey(name);
  }

  int need(String name) throws TableFault {
    Integer found = index.get(name);
    if (found != null) {
      return found;
    }
    if (names.size() == 1) {
      for (String separator : List.of(";", "\t", "|")) {
        if (names.getFirst().contains(separator)) {
          throw missing(name, "也许分隔符应为逗号？", "Maybe the separator must be a comma?");
        }
      }
    }
    Optional<String> likely = Likely.of(name, names);
    throw missing(
        name,
        likely.map(other -> "也许是 " + other + "？").orElse(""),
        likely.map(other -> "Maybe it is " + other + "?").orElse(""));
  }

  private TableFault missing(String name, String maybeZh, String maybeEn) {
    String has =
        names.size() > 12
            ? String.join(", ", names.subList(0, 12)) + " …"
            : String.join(", ", names);
    return new TableFault(
        new Remark(
            "column-missing",
            file + " 没有 " + name + " 列；它有：" + has + "。",
            file + " has no column " + name + "; it has: " + has + ".",
            maybeZh,
            maybeEn));
  }
}
