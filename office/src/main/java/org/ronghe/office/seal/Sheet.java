package org.ronghe.office.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.util.Matrix;

/// One A4 page with text, lines and a QR code. Only the characters it uses are embedded, as
/// outlines (a Type 3 font), with what they mean beside them so that text can be found and copied.
public final class Sheet {
  /// In points.
  public static final double WIDTH = PDRectangle.A4.getWidth();

  public static final double HEIGHT = PDRectangle.A4.getHeight();
  private static final int GLYPHS_PER_FONT = 256;
  private final FontFace face;
  private final StringBuilder content = new StringBuilder();
  private final Map<Integer, Integer> places = new LinkedHashMap<>();

  public Sheet(SealFonts fonts) {
    this.face = fonts.face();
  }

  /// Red, green, blue of what follows, 0 to 1.
  public void colour(double red, double green, double blue) {
    write("%1$.3f %2$.3f %3$.3f rg %1$.3f %2$.3f %3$.3f RG\n", red, green, blue);
  }

  /// Text from a point to the right, `y` from the bottom.
  public void text(double x, double y, double size, String text) {
    write("BT 1 0 0 1 %.2f %.2f Tm\n", x, y);
    int font = -1;
    for (int codePoint : text.codePoints().filter(c -> !Character.isISOControl(c)).toArray()) {
      int place = places.computeIfAbsent(codePoint, _ -> places.size());
      if (place / GLYPHS_PER_FONT != font) {
        font = place / GLYPHS_PER_FONT;
        write("/F%d %.2f Tf\n", font, size);
      }
      write("<%02X> Tj\n", place % GLYPHS_PER_FONT);
    }
    content.append("ET\n");
  }

  /// How wide a text is, in points.
  public double width(String text, double size) {
    return text.codePoints().map(codePoint -> outline(codePoint).width()).sum() * size / 1000;
  }

  /// Text in lines no wider than `most`; gives the `y` below the last.
  public double lines(double x, double y, double size, double most, String text) {
    StringBuilder line = new StringBuilder();
    double at = y;
    for (int codePoint : text.codePoints().toArray()) {
      if (width(line.toString() + Character.toString(codePoint), size) > most) {
        text(x, at, size, line.toString());
        line.setLength(0);
        at -= size * 1.5;
      }
      line.appendCodePoint(codePoint);
    }
    text(x, at, size, line.toString());
    return at - size * 1.5;
  }

  /// A thin rectangle's outline.
  public void frame(double x, double y, double width, double height) {
    write("0.8 w %.2f %.2f %.2f %.2f re S\n", x, y, width, height);
  }

  /// A QR code; `x`, `y` its lower left corner without the quiet zone.
  public void qr(double x, double y, double side, QrCode code) {
    double dot = side / code.side();
    for (int row = 0; row < code.side(); row++) {
      for (int column = 0; column < code.side(); column++) {
        if (code.isDark(row, column)) {
          write("%.3f %.3f %.3f %.3f re\n", x + column * dot, y + side - (row + 1) * dot, dot, dot);
        }
      }
    }
    content.append("f\n");
  }

  /// The finished file.
  public byte[] pdf(String title, String author) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      PDResources resources = new PDResources();
      COSDictionary fonts = new COSDictionary();
      List<Integer> used = new ArrayList<>(places.keySet());
      for (int from = 0; from < used.size(); from += GLYPHS_PER_FONT) {
        List<Integer> some = used.subList(from, Math.min(used.size(), from + GLYPHS_PER_FONT));
        fonts.setItem("F" + from / GLYPHS_PER_FONT, font(document, some));
      }
      resources.getCOSObject().setItem(COSName.FONT, fonts);
      page.setResources(resources);
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(stream);
      document.addPage(page);
      document.getDocumentInformation().setTitle(title);
      document.getDocumentInformation().setAuthor(author);
      document.getDocumentCatalog().setLanguage("zh-CN");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private COSDictionary font(PDDocument document, List<Integer> codePoints) throws IOException {
    COSDictionary glyphs = new COSDictionary();
    COSArray widths = new COSArray();
    COSArray differences = new COSArray();
    differences.add(COSInteger.ZERO);
    StringBuilder meaning = new StringBuilder();
    for (int place = 0; place < codePoints.size(); place++) {
      int codePoint = codePoints.get(place);
      FontFace.Outline outline = outline(codePoint);
      COSName name = COSName.getPDFName("g" + place);
      glyphs.setItem(
          name,
          stream(document, outline.width() + " 0 0 -300 1200 1100 d1\n" + outline.path() + "f\n"));
      widths.add(COSInteger.get(outline.width()));
      differences.add(name);
      meaning.append("<%02X> <%s>\n".formatted(place, utf16(codePoint)));
    }
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    encoding.setItem(COSName.DIFFERENCES, differences);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE3);
    font.setItem(COSName.FONT_BBOX, COSArray.ofCOSIntegers(List.of(0, -300, 1200, 1100)));
    font.setItem(COSName.FONT_MATRIX, new Matrix(0.001f, 0, 0, 0.001f, 0, 0).toCOSArray());
    font.setItem(COSName.CHAR_PROCS, glyphs);
    font.setItem(COSName.ENCODING, encoding);
    font.setInt(COSName.FIRST_CHAR, 0);
    font.setInt(COSName.LAST_CHAR, codePoints.size() - 1);
    font.setItem(COSName.WIDTHS, widths);
    font.setItem(COSName.RESOURCES, new COSDictionary());
    font.setItem(COSName.TO_UNICODE, stream(document, meaning(codePoints.size(), meaning)));
    return font;
  }

  /// In groups of at most 100, as the format wants.
  private static String meaning(int count, StringBuilder lines) {
    StringBuilder text =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CMapName /Ronghe def /CMapType 2 def
            1 begincodespacerange <00> <FF> endcodespacerange
            """);
    String[] all = lines.toString().split("\n");
    for (int from = 0; from < count; from += 100) {
      int to = Math.min(count, from + 100);
      text.append(to - from).append(" beginbfchar\n");
      for (int i = from; i < to; i++) {
        text.append(all[i]).append('\n');
      }
      text.append("endbfchar\n");
    }
    return text.append("endcmap CMapName currentdict /CMap defineresource pop end end\n")
        .toString();
  }

  private static String utf16(int codePoint) {
    StringBuilder hex = new StringBuilder();
    for (char unit : Character.toChars(codePoint)) {
      hex.append("%04X".formatted((int) unit));
    }
    return hex.toString();
  }

  private static COSStream stream(PDDocument document, String text) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private FontFace.Outline outline(int codePoint) {
    try {
      return face.outline(codePoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String format, Object... values) {
    content.append(String.format(Locale.ROOT, format, values));
  }
}
