package org.ronghe.sources.county;

import java.util.List;
import java.util.Optional;
import org.ronghe.sources.county.notice.NoticeKind;

/// A package with something wrong, and what the reader says about it.
///
/// @param lines every notice of the package, as [PackageFolder#line] writes them; the first is of
///   the kind shown
/// @param maybe the guess of that first notice, in English
record Example(NoticeKind kind, Writer files, List<String> lines, Optional<String> maybe) {

  /// Writes the package.
  @FunctionalInterface
  interface Writer {
    void write(PackageFolder folder) throws Exception;
  }

  /// Begins an example whose first notice is of `kind`.
  static Example of(NoticeKind kind, Writer files) {
    return new Example(kind, files, List.of(), Optional.empty());
  }

  /// The places of all notices, `file:row field=value`; others than the first with their code.
  Example says(String first, String... others) {
    List<String> all = new java.util.ArrayList<>(List.of(kind.code() + " " + first));
    all.addAll(List.of(others));
    return new Example(kind, files, List.copyOf(all), maybe);
  }

  Example maybe(String guess) {
    return new Example(kind, files, lines, Optional.of(guess));
  }
}
