package org.ronghe.series.questdb;

import io.questdb.log.LogFactory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Turns QuestDB's own log down to what is critical.
final class QuestDbLog {
  private static final String CONFIGURATION = "/org/ronghe/series/questdb/log.conf";
  private static boolean done;

  private QuestDbLog() {}

  /// Must run before the first QuestDB class logs. The library announces where it found its log
  /// configuration on standard error whatever that says, so that one line is swallowed here.
  static synchronized void quiet() {
    if (done) {
      return;
    }
    done = true;
    if (System.getProperty(LogFactory.CONFIG_SYSTEM_PROPERTY) != null) {
      return;
    }
    PrintStream error = System.err;
    System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, CONFIGURATION);
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      LogFactory.getInstance();
    } finally {
      System.setErr(error);
      System.clearProperty(LogFactory.CONFIG_SYSTEM_PROPERTY);
    }
  }
}
