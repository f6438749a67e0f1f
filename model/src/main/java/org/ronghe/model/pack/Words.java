package org.ronghe.model.pack;

import org.ronghe.model.measure.Require;

/// One text in Chinese and in English. Neither may be empty.
public record Words(String zh, String en) {
  public Words {
    Require.filled(zh, "zh");
    Require.filled(en, "en");
  }
}
