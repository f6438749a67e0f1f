package org.ronghe.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// Prints an answer for people or, with `--json`, for scripts: one JSON value on one line.
final class Terminal {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;

  Terminal(CommandLine command, boolean json) {
    this.out = command.getOut();
    this.err = command.getErr();
    this.json = json;
  }

  void answer(Object value, String words) {
    out.println(json ? JSON.writeValueAsString(value) : words);
    out.flush();
  }

  /// A table with a header, columns as wide as their longest cell.
  void table(List<String> header, List<Map<String, String>> rows, Object value) {
    if (json) {
      answer(value, "");
      return;
    }
    out.println(String.join("\t", header));
    rows.forEach(row -> out.println(String.join("\t", header.stream().map(row::get).toList())));
    out.flush();
  }

  void line(String zh, String en) {
    said(Words.say(zh, en));
  }

  /// A warning, on standard error even with `--json`.
  void warn(String zh, String en) {
    err.println("⚠ " + Words.say(zh, en));
    err.flush();
  }

  /// Prints words that are in the reader's language already.
  void said(String words) {
    if (!json) {
      out.println(words);
      out.flush();
    }
  }
}
