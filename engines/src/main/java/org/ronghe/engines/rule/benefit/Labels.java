package org.ronghe.engines.rule.benefit;

import org.ronghe.model.pack.Words;

/// Labels of a model are written `中文 / English`.
final class Labels {
  private Labels() {}

  static Words of(String label, String name) {
    int slash = label.indexOf(" / ");
    if (slash < 0) {
      String only = label.isBlank() ? name : label;
      return new Words(only, only);
    }
    return new Words(label.substring(0, slash).strip(), label.substring(slash + 3).strip());
  }
}
