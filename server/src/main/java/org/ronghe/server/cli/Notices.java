package org.ronghe.server.cli;

import tools.jackson.databind.JsonNode;

/// Prints what is wrong with a county package, one line each: file, row, field, value, why, maybe.
final class Notices {
  private Notices() {}

  static void print(Terminal terminal, JsonNode notices) {
    for (JsonNode notice : notices) {
      terminal.said(line(notice));
    }
  }

  /// One notice in the language of the terminal.
  static String line(JsonNode notice) {
    String mark = notice.path("severity").asString().equals("ERROR") ? "✗ " : "! ";
    long row = notice.path("row").asLong();
    String field = notice.path("field").asString();
    String where =
        notice.path("file").asString()
            + (row > 0 ? ":" + row : "")
            + (field.isEmpty() ? "" : " " + field + " “" + notice.path("value").asString() + "”");
    String maybe = notice.path("maybeEn").asString();
    return Words.say(
        mark + where + "：" + notice.path("zh").asString() + notice.path("maybeZh").asString(),
        mark + where + ": " + notice.path("en").asString() + (maybe.isEmpty() ? "" : " " + maybe));
  }
}
