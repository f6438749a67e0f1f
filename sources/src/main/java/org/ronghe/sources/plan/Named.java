package org.ronghe.sources.plan;

import java.util.List;

/// The first few of many names.
public final class Named {
  private static final int FEW = 5;

  private Named() {}

  /// `a, b, c, d, e …`.
  public static String first(List<String> names) {
    String few = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
    return names.size() > FEW ? few + " …" : few;
  }
}
