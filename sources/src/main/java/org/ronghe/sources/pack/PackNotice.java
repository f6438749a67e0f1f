package org.ronghe.sources.pack;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;

/// Something wrong in a pack.
///
/// @param code stable, e.g. `schema`, `yaml`, `example-step`
/// @param file path below the packs folder, e.g. `tunnel/pack.yaml`
/// @param path where in the file, JSON pointer; `/` for the whole
/// @param value the offending value as text; empty when something is missing
/// @param why what is wrong
/// @param maybe what may have been meant; null when there is no guess
public record PackNotice(
    String code, String file, String path, String value, Words why, @Nullable Words maybe) {
  /// One line in English: file, place, value, why, maybe.
  public String english() {
    return line(why.en(), maybe == null ? "" : " Maybe: " + maybe.en());
  }

  /// One line in Chinese.
  public String chinese() {
    return line(why.zh(), maybe == null ? "" : " 或许:" + maybe.zh());
  }

  private String line(String reason, String guess) {
    return file + " " + path + (value.isEmpty() ? "" : " (" + value + ")") + ": " + reason + guess;
  }
}
