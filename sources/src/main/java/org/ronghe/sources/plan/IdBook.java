package org.ronghe.sources.plan;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/// Knows ids again by their letters in a buffer, so that a matrix of a million rows makes one
/// string for each id, not one for each row.
final class IdBook {
  private final ToIntFunction<String> numbers;
  private String[] ids = new String[1024];
  private int[] number = new int[1024];
  private int size;
  private String last = "";
  private int lastNumber = -1;

  /// @param numbers the number of an id never seen before
  IdBook(ToIntFunction<String> numbers) {
    this.numbers = numbers;
  }

  int of(char[] text, int offset, int length) {
    if (lastNumber >= 0 && same(last, text, offset, length)) {
      return lastNumber;
    }
    int hash = 0;
    for (int n = offset; n < offset + length; n++) {
      hash = hash * 31 + text[n];
    }
    int slot = slot(hash, ids.length);
    for (String id = ids[slot]; id != null; id = ids[slot]) {
      if (same(id, text, offset, length)) {
        return keep(id, number[slot]);
      }
      slot = (slot + 1) & (ids.length - 1);
    }
    String id = new String(text, offset, length);
    int given = numbers.applyAsInt(id);
    put(slot, id, given);
    return keep(id, given);
  }

  private int keep(String id, int given) {
    last = id;
    lastNumber = given;
    return given;
  }

  private void put(int slot, String id, int given) {
    ids[slot] = id;
    number[slot] = given;
    size++;
    if (size * 2 > ids.length) {
      String[] oldIds = ids;
      int[] oldNumber = number;
      ids = Arrays.copyOf(new String[0], oldIds.length * 2);
      number = new int[oldIds.length * 2];
      for (int n = 0; n < oldIds.length; n++) {
        if (oldIds[n] != null) {
          int free = slot(oldIds[n].hashCode(), ids.length);
          while (ids[free] != null) {
            free = (free + 1) & (ids.length - 1);
          }
          ids[free] = oldIds[n];
          number[free] = oldNumber[n];
        }
      }
    }
  }

  private static int slot(int hash, int slots) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & (slots - 1);
  }

  private static boolean same(String id, char[] text, int offset, int length) {
    if (id.length() != length) {
      return false;
    }
    // ids of one county share their beginning
    for (int n = length - 1; n >= 0; n--) {
      if (id.charAt(n) != text[offset + n]) {
        return false;
      }
    }
    return true;
  }
}
