package org.ronghe.serve.filing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The last bytes of a file that passes by, by which one sees whether it is whole.
final class Ending {
  private static final int LENGTH = 1024;

  /// Length and name of the last chunk of a PNG (ISO/IEC 15948, 11.2.5), before its checksum.
  private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D'};

  private static final byte[] ZIP_END = {'P', 'K', 5, 6};
  private static final int CHECKSUM = 4;
  private byte[] last = new byte[0];

  void add(byte[] from, int offset, int length) {
    int kept = Math.min(last.length, Math.max(0, LENGTH - length));
    int fresh = Math.min(length, LENGTH);
    byte[] next = Arrays.copyOfRange(last, last.length - kept, last.length + fresh);
    System.arraycopy(from, offset + length - fresh, next, kept, fresh);
    last = next;
  }

  /// True when a file of this type may end so. Photographs may carry more behind their picture, as
  /// telephones write it.
  boolean fits(String type) {
    return switch (type) {
      case "application/pdf" ->
          indexOf("%%EOF".getBytes(StandardCharsets.US_ASCII)) >= 0 && !isPage();
      case "image/png" -> indexOf(PNG_END) == last.length - PNG_END.length - CHECKSUM;
      case "application/ofd" -> indexOf(ZIP_END) >= 0;
      default -> true;
    };
  }

  /// A page of the web hung on to something that is none.
  private boolean isPage() {
    String text = new String(last, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
    int end = text.lastIndexOf("%%eof");
    return text.indexOf('<', end) >= 0;
  }

  private int indexOf(byte[] wanted) {
    for (int at = last.length - wanted.length; at >= 0; at--) {
      if (Arrays.equals(last, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
