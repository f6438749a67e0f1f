package org.ronghe.sources.orlib;

/// A file that was read, or why it was not.
public sealed interface OrlibAnswer {
  record Read(OrlibGraph graph) implements OrlibAnswer {}

  /// @param zh what and where, Chinese
  /// @param maybeZh what may help
  record Refused(String code, String zh, String en, String maybeZh, String maybeEn)
      implements OrlibAnswer {}
}
