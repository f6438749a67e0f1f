package org.ronghe.office.seal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A QR code (GB/T 18284) with error correction M.
public final class QrCode {
  private static final int QUIET = 4;
  private final ByteMatrix dots;

  private QrCode(ByteMatrix dots) {
    this.dots = dots;
  }

  /// @param text at most some 1,000 characters
  public static QrCode of(String text) {
    try {
      return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Dots along a side, without the quiet zone.
  public int side() {
    return dots.getWidth();
  }

  /// @param row from the top
  public boolean isDark(int row, int column) {
    return dots.get(column, row) == 1;
  }

  /// As SVG with its quiet zone, black on white whatever the page's theme.
  public String svg(String title) {
    int side = side() + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < side(); row++) {
      for (int column = 0; column < side(); column++) {
        if (isDark(row, column)) {
          path.append("M%d %dh1v1h-1z".formatted(column + QUIET, row + QUIET));
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" \
    aria-label="%2$s" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>\
    <path d="%3$s"/></svg>\
    """
        .formatted(side, escaped(title), path);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
