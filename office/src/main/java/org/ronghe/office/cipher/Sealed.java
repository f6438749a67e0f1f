package org.ronghe.office.cipher;

import java.util.SortedMap;
import java.util.function.LongConsumer;

/// One kind of thing that is kept sealed, so that its keys can be counted and changed while the
/// county runs. Whoever seals something declares a bean of this.
public interface Sealed {
  /// Stands for a file that was kept before files were sealed.
  int NO_KEY = -1;

  /// As an operator finds it: a table and its column, or a folder.
  String name();

  /// How many values each key has sealed, by number of the key; [#NO_KEY] for none.
  SortedMap<Integer, Long> byKey();

  /// Seals with the key in use what another key sealed, piece by piece: killed at any moment, each
  /// value is whole under one key or the other, and the next call goes on with what is left. Ends
  /// early when the thread is interrupted.
  ///
  /// @param progress told how many this call has sealed again so far
  /// @return how many
  long reseal(LongConsumer progress);
}
