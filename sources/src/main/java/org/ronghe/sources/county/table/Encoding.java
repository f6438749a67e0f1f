package org.ronghe.sources.county.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.NoticeBook;

/// Text files in UTF-8 (with or without a byte order mark) or GB18030, read strictly: a byte that
/// does not fit is a wrong encoding, never a question mark in a name.
final class Encoding {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /// So many Chinese characters are never valid UTF-8 by chance when they were written as GB18030.
  private static final int SURE_CHARACTERS = 20;

  private Encoding() {}

  /// False when the file is not in the encoding county.yaml says; `book` then guesses which.
  static boolean check(Path path, FileSpec spec, NoticeBook book) throws IOException {
    boolean utf8 = spec.encoding().equals("UTF-8");
    int inUtf8 = wideCharacters(path, StandardCharsets.UTF_8);
    boolean wrong =
        utf8 ? inUtf8 < 0 : inUtf8 >= SURE_CHARACTERS || wideCharacters(path, GB18030) < 0;
    if (!wrong) {
      return true;
    }
    List<String> details = new ArrayList<>(List.of(spec.label(), spec.encoding()));
    if (!utf8 && inUtf8 >= 0) {
      details.add("UTF-8");
    } else if (utf8 && wideCharacters(path, GB18030) >= 0) {
      details.add("GB18030");
    }
    book.file(FileNotice.ENCODING_WRONG, spec.label(), details.toArray(String[]::new));
    return false;
  }

  /// A reader of the text, past a byte order mark.
  static Reader open(Path path, FileSpec spec) throws IOException {
    Charset charset = spec.encoding().equals("UTF-8") ? StandardCharsets.UTF_8 : GB18030;
    BufferedReader reader = strict(path, charset);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /// How many characters beyond ASCII the file has in `charset`; -1 when it is not in `charset`.
  private static int wideCharacters(Path path, Charset charset) throws IOException {
    char[] buffer = new char[1 << 16];
    int wide = 0;
    try (Reader reader = strict(path, charset)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        for (int i = 0; i < n; i++) {
          wide += buffer[i] > 0x7F ? 1 : 0;
        }
      }
      return wide;
    } catch (CharacterCodingException _) {
      return -1;
    }
  }

  private static BufferedReader strict(Path path, Charset charset) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(path),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }
}
