package org.ronghe.sources.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of an instance file, read one after the other, each fault with its row.
final class TourText {
  /// What a UTF-8 byte order mark is in Latin-1.
  private static final String MARK = "\u00EF\u00BB\u00BF";

  private final String file;
  private final List<String> lines;
  private int row;

  TourText(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static TourText of(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw new TourFileFault(
          path.toString(), "没有这个文件。", "there is no such file.", "检查路径。", "Check the path.");
    }
    // Latin-1 never fails: old instances carry names in several encodings, figures in ASCII.
    String whole = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>();
    for (String line : whole.substring(whole.startsWith(MARK) ? 3 : 0).split("\r\n|\n|\r", -1)) {
      lines.add(line.strip());
    }
    if (lines.stream().allMatch(String::isEmpty)) {
      throw new TourFileFault(
          name, "文件是空的。", "the file is empty.", "可能下载未完成。", "Maybe a download broke off.");
    }
    return new TourText(name, lines);
  }

  String file() {
    return file;
  }

  /// Moves to the next line with something on it; false at the end.
  boolean next() {
    while (row < lines.size()) {
      row++;
      if (!line().isEmpty()) {
        return true;
      }
    }
    row = lines.size() + 1;
    return false;
  }

  /// Steps back so that [#next] gives the same line again.
  void again() {
    row--;
  }

  String line() {
    return lines.get(row - 1);
  }

  String[] words() {
    return line().split("\\s+");
  }

  boolean contains(String word) {
    return lines.stream().anyMatch(line -> line.contains(word));
  }

  boolean matches(Pattern line) {
    return lines.stream().anyMatch(one -> line.matcher(one).matches());
  }

  TourFileFault fault(String zh, String en, String maybeZh, String maybeEn) {
    String where = row == 0 || row > lines.size() ? file : file + ":" + row;
    return new TourFileFault(where, zh, en, maybeZh, maybeEn);
  }

  TourFileFault cutOff(String sectionZh, String section) {
    return fault(
        sectionZh + " 没有写完，文件就结束了。",
        "the file ends before " + section + " is complete.",
        "可能文件被截断，或 DIMENSION 写大了。",
        "Maybe the file is truncated, or DIMENSION is too large.");
  }

  /// A number that must be finite.
  double number(String word, String field) {
    double value;
    try {
      value = Double.parseDouble(word);
    } catch (NumberFormatException _) {
      throw fault(
          field + " “" + word + "” 不是数。",
          field + " \"" + word + "\" is not a number.",
          "可能缺了一列，或小数点写成了逗号。",
          "Maybe a column is missing, or a comma stands for the decimal point.");
    }
    if (!Double.isFinite(value)) {
      throw fault(
          field + " “" + word + "” 不是有限的数。",
          field + " \"" + word + "\" is not a finite number.",
          "可能生成文件时除以了零。",
          "Maybe the program that wrote the file divided by zero.");
    }
    return value;
  }

  int whole(String word, String field) {
    double value = number(word, field);
    if (value != Math.rint(value) || Math.abs(value) > 2_000_000_000) {
      throw fault(
          field + " “" + word + "” 不是整数。",
          field + " \"" + word + "\" is not a whole number.",
          "请换一个更小的单位。",
          "Maybe use a smaller unit.");
    }
    return (int) value;
  }

  int natural(String word, String field) {
    int value = whole(word, field);
    if (value < 0) {
      throw fault(
          field + " “" + word + "” 不能为负。",
          field + " \"" + word + "\" must not be negative.",
          "",
          "");
    }
    return value;
  }
}
