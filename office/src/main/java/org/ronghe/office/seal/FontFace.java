package org.ronghe.office.seal;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/// Outlines of one face, whatever kind of file it comes from, as PDF path operators in thousandths
/// of the size.
final class FontFace {
  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final Map<Integer, Outline> known = new ConcurrentHashMap<>();

  private FontFace(TrueTypeFont font) throws IOException {
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
  }

  /// The face of a file; of a collection the simplified Chinese one, else the first.
  static FontFace read(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".ttc") || name.endsWith(".otc")) {
      TrueTypeCollection all = new TrueTypeCollection(file.toFile());
      TrueTypeFont chinese = all.getFontByName("NotoSansCJKsc-Regular");
      return new FontFace(chinese == null ? first(all) : chinese);
    }
    RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file.toFile());
    return new FontFace(
        name.endsWith(".otf") ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes));
  }

  private static TrueTypeFont first(TrueTypeCollection all) throws IOException {
    List<TrueTypeFont> found = new ArrayList<>();
    all.processAllFonts(found::add);
    if (found.isEmpty()) {
      throw new IOException("a collection without a font");
    }
    return found.getFirst();
  }

  /// @param path operators `m`, `l`, `c`, `h`
  /// @param width to the next character
  record Outline(int width, String path) {}

  /// The outline of a character; the font's box for one it does not have.
  Outline outline(int codePoint) throws IOException {
    Outline ready = known.get(codePoint);
    if (ready != null) {
      return ready;
    }
    Outline made;
    synchronized (this) {
      int glyph = characters.getGlyphId(codePoint);
      double scale = 1000.0 / font.getUnitsPerEm();
      made =
          new Outline(
              (int) Math.round(font.getAdvanceWidth(glyph) * scale),
              operators(
                  shape(glyph).getPathIterator(AffineTransform.getScaleInstance(scale, scale))));
    }
    known.put(codePoint, made);
    return made;
  }

  private java.awt.Shape shape(int glyph) throws IOException {
    if (font instanceof OpenTypeFont open && open.isPostScript()) {
      CFFFont cff = open.getCFF().getFont();
      int which = cff instanceof CFFCIDFont ? cff.getCharset().getCIDForGID(glyph) : glyph;
      return cff.getType2CharString(which).getPath();
    }
    var found = font.getGlyph().getGlyph(glyph);
    return found == null ? new java.awt.geom.Path2D.Double() : found.getPath();
  }

  private static String operators(PathIterator path) {
    StringBuilder text = new StringBuilder();
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> add(text, "m", at[0], at[1]);
        case PathIterator.SEG_LINETO -> add(text, "l", at[0], at[1]);
        case PathIterator.SEG_QUADTO ->
            add(
                text,
                "c",
                x + 2.0 / 3 * (at[0] - x),
                y + 2.0 / 3 * (at[1] - y),
                at[2] + 2.0 / 3 * (at[0] - at[2]),
                at[3] + 2.0 / 3 * (at[1] - at[3]),
                at[2],
                at[3]);
        case PathIterator.SEG_CUBICTO -> add(text, "c", at[0], at[1], at[2], at[3], at[4], at[5]);
        case PathIterator.SEG_CLOSE -> text.append("h\n");
        default -> throw new IllegalStateException("no such segment");
      }
      int last = last(path.currentSegment(at));
      if (last >= 0) {
        x = at[last];
        y = at[last + 1];
      }
    }
    return text.toString();
  }

  private static int last(int segment) {
    return switch (segment) {
      case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
      case PathIterator.SEG_QUADTO -> 2;
      case PathIterator.SEG_CUBICTO -> 4;
      default -> -1;
    };
  }

  private static void add(StringBuilder text, String operator, double... numbers) {
    for (double number : numbers) {
      text.append(Math.round(number)).append(' ');
    }
    text.append(operator).append('\n');
  }
}
