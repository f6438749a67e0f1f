package org.ronghe.server.work;

import org.springframework.stereotype.Component;

/// How far the work on files is that a command on this machine asked for. One at a time is shown:
/// the newest step of whichever moved last.
@Component
public class WorkProgress {
  private static final Step IDLE = new Step("", 0);

  private volatile Step step = IDLE;

  /// @param file what is being read
  /// @param rows rows of it done so far
  void reached(String file, long rows) {
    step = new Step(file, rows);
  }

  void done() {
    step = IDLE;
  }

  Step now() {
    return step;
  }

  /// @param file empty when nothing is being worked on
  record Step(String file, long rows) {}
}
