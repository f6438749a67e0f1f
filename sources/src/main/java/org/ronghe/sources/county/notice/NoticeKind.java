package org.ronghe.sources.county.notice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One thing that can be wrong with a county package. Its words are here, not in the code that
/// finds it; `docs/reference/notices.md` is generated from them.
public sealed interface NoticeKind
    permits PackageNotice, FileNotice, ValueNotice, GeometryNotice, LinkNotice {

  /// The constant's name.
  String name();

  NoticeWords words();

  default Severity severity() {
    return words().severity();
  }

  /// What is wrong, with `{0}`, `{1}` … for the values of the case at hand.
  default Text why() {
    return words().why();
  }

  /// What may be the cause or the cure; blank when there is no guess. Left out when the case at
  /// hand has no value for one of its places.
  default Text maybe() {
    return words().maybe();
  }

  /// What to do about it, for the reference page.
  default Text help() {
    return words().help();
  }

  /// The code scripts and people refer to, e.g. `duplicate-id`.
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Every kind there is, in the order of the reference page.
  static List<NoticeKind> all() {
    return Stream.<NoticeKind[]>of(
            PackageNotice.values(),
            FileNotice.values(),
            ValueNotice.values(),
            GeometryNotice.values(),
            LinkNotice.values())
        .flatMap(Stream::of)
        .toList();
  }
}
