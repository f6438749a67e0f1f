package org.ronghe.office.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;

/// The font of PDF files: the one that is configured, else one the system has that may be embedded
/// (Noto and Source Han, SIL OFL 1.1). Read when first needed and let go when memory is short.
public final class SealFonts {
  private static final List<String> SYSTEM =
      List.of(
          "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
          "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
          "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
          "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
          "/usr/share/fonts/opentype/source-han-sans/SourceHanSansSC-Regular.otf",
          "/usr/share/fonts/adobe-source-han-sans/SourceHanSansSC-Regular.otf",
          "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
  private final @Nullable Path file;
  private SoftReference<FontFace> read = new SoftReference<>(null);

  /// @param configured path of a TTF, OTF or TTC file; empty to look for one
  public SealFonts(String configured) {
    this.file = configured.isBlank() ? ofSystem().orElse(null) : Path.of(configured.strip());
  }

  private static Optional<Path> ofSystem() {
    return SYSTEM.stream().map(Path::of).filter(Files::isReadable).findFirst();
  }

  /// True when there is a font to write Chinese with.
  public boolean present() {
    return file != null && Files.isReadable(file);
  }

  /// The face; a [Problem] that says what to install when there is none.
  public synchronized FontFace face() {
    FontFace known = read.get();
    if (known != null) {
      return known;
    }
    Path from = file;
    if (from == null || !Files.isReadable(from)) {
      throw missing();
    }
    try {
      FontFace fresh = FontFace.read(from);
      read = new SoftReference<>(fresh);
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException("font " + from, e);
    }
  }

  private Problem missing() {
    String where = file == null ? "" : "（" + file + "）";
    return Problem.unavailable(
            "no-font",
            "服务器上没有可嵌入的中文字体" + where + "，暂时不能生成 PDF；证照本身有效。",
            "The server has no Chinese font to embed"
                + (file == null ? "" : " (" + file + ")")
                + ", so no PDF can be made yet; the licence itself is valid.")
        .next(
            "安装 fonts-noto-cjk，或用 ronghe.seal.font 指定字体文件。",
            "Install fonts-noto-cjk, or name a font file with ronghe.seal.font.");
  }
}
