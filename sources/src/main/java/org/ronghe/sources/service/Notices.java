package org.ronghe.sources.service;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.pack.Words;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.pack.PackNotice;

/// Collects what is wrong with one file.
final class Notices {
  private final String file;
  private final List<PackNotice> all;
  private final int before;

  Notices(String file, List<PackNotice> all) {
    this.file = file;
    this.all = all;
    this.before = all.size();
  }

  boolean none() {
    return all.size() == before;
  }

  void add(String code, String path, String value, String zh, String en) {
    all.add(new PackNotice(code, file, path, value, new Words(zh, en), null));
  }

  void add(String code, String path, String value, String zh, String en, String maybe) {
    all.add(new PackNotice(code, file, path, value, new Words(zh, en), new Words(maybe, maybe)));
  }

  void add(String code, String path, String value, String zh, String en, Words maybe) {
    all.add(new PackNotice(code, file, path, value, new Words(zh, en), maybe));
  }

  /// Notes that `value` is none of `known`, with the nearest as a guess.
  void unknown(
      String code, String path, String value, Collection<String> known, String zh, String en) {
    Optional<String> maybe = Likely.of(value, known);
    if (maybe.isPresent()) {
      add(code, path, value, zh, en, maybe.get());
    } else {
      add(code, path, value, zh, en);
    }
  }
}
