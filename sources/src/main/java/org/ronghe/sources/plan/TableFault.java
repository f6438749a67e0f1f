package org.ronghe.sources.plan;

import org.ronghe.model.remark.Remark;

/// Ends the reading of a table; becomes a [TableAnswer.Refused] at the door.
final class TableFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Remark why;

  TableFault(Remark why) {
    super(why.en(), null, false, false);
    this.why = why;
  }

  Remark why() {
    return why;
  }

  /// A cell that cannot be taken as it is.
  static TableFault cell(
      String code, String file, long row, String field, String value, Words words) {
    String zhAt = file + " 第 " + row + " 行 " + field + "（" + value + "）";
    String enAt = file + " row " + row + ", " + field + " (" + value + ") ";
    return new TableFault(
        new Remark(code, zhAt + words.zh(), enAt + words.en(), words.maybeZh(), words.maybeEn()));
  }

  /// @param zh follows the place, without a blank
  /// @param en follows the place
  record Words(String zh, String en, String maybeZh, String maybeEn) {}
}
