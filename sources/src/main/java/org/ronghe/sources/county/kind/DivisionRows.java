package org.ronghe.sources.county.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKey;
import org.ronghe.model.division.DivisionKind;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.sources.county.notice.LinkNotice;
import org.ronghe.sources.county.notice.ValueNotice;

/// 行政区划. A parent may stand in a later row, so parents are looked up at the end.
final class DivisionRows implements RowReader {
  private static final Set<Integer> LENGTHS = Set.of(2, 4, 6, 9, 12);

  private final Draft draft;
  private final List<Pending> pending = new ArrayList<>();

  DivisionRows(Draft draft) {
    this.draft = draft;
  }

  private record Pending(Division division, Cells cells) {}

  @Override
  public void take(Cells cells, Shapes shapes) {
    String code = cells.text("code");
    String name = cells.text("name");
    DivisionLevel level = cells.choice("level", Choices.LEVEL);
    DivisionKind kind = cells.choice("kind", Choices.DIVISION_KIND);
    String parent = cells.maybeText("parent");
    String issuer = cells.text("issuer");
    String vintage = Dates.read(cells, "vintage");
    boolean wellFormed = isCode(cells, "code", code);
    if (wellFormed && level != null && !fits(code, level)) {
      cells.say(
          ValueNotice.DIVISION_CODE_LEVEL,
          "code",
          Choices.code(level),
          String.valueOf(digits(level)),
          code);
    }
    if (parent != null) {
      isCode(cells, "parent", parent);
    }
    Geometry geometry = shapes.maybeArea();
    if (wellFormed && !issuer.isEmpty() && !vintage.isEmpty()) {
      claim(cells, new DivisionKey(code, issuer, vintage));
    }
    if (cells.isGood() && level != null && kind != null) {
      Division division =
          new Division(
              new DivisionKey(code, issuer, vintage),
              name,
              cells.maybeText("name_en"),
              level,
              kind,
              parent,
              cells.maybeText("urban_rural_class"),
              geometry,
              cells.provenance());
      pending.add(new Pending(division, cells));
    }
  }

  /// Other kinds refer to a division by its code alone; the key must be unique.
  private void claim(Cells cells, DivisionKey key) {
    Known known = draft.known;
    Known.Where before = known.claimDivision(key, cells.where());
    if (before != null) {
      cells.say(LinkNotice.DUPLICATE_ID, "code", key.code(), before.file(), "" + before.row());
    }
  }

  @Override
  public void finish() {
    Map<DivisionKey, Pending> byKey =
        pending.stream().collect(Collectors.toMap(one -> one.division.key(), one -> one));
    pending.stream()
        .sorted(Comparator.comparing(one -> one.division.level()))
        .forEach(one -> checkParent(one, byKey));
    for (Pending one : pending) {
      if (one.cells.isGood()) {
        draft.divisions.put(one.division.key(), one.division);
      }
    }
    draft.known.divisionsRead(draft.divisions.keySet());
  }

  private void checkParent(Pending one, Map<DivisionKey, Pending> byKey) {
    Division division = one.division;
    String parentCode = division.parentCode();
    if (parentCode == null) {
      return;
    }
    DivisionKey key = division.key();
    DivisionKey parentKey = new DivisionKey(parentCode, key.source(), key.vintage());
    Pending parent = byKey.get(parentKey);
    if (parent != null && parent.cells.isGood()) {
      checkAgainst(one, parent.division);
    } else if (draft.known.hasDivision(parentKey)) {
      one.cells.say(
          LinkNotice.REFERENCE_TO_BAD_ROW,
          "parent",
          parentCode,
          Thing.DIVISION.words.zh(),
          Thing.DIVISION.words.en());
    } else if (division.level().compareTo(DivisionLevel.COUNTY) > 0) {
      one.cells.checkReference("parent", Thing.DIVISION, parentCode);
    }
  }

  private static void checkAgainst(Pending one, Division parent) {
    Division division = one.division;
    if (parent.level().compareTo(division.level()) >= 0) {
      one.cells.say(LinkNotice.PARENT_LEVEL, "parent", division.code(), parent.code());
      return;
    }
    String prefix = parent.code().substring(0, digits(parent.level()));
    if (!division.code().startsWith(prefix)) {
      one.cells.say(LinkNotice.PARENT_PREFIX, "parent", division.code(), parent.code());
    }
  }

  /// True when `code` can be a division code; else says so.
  static boolean isCode(Cells cells, String field, String code) {
    if (code.isEmpty()) {
      return false;
    }
    boolean digits = code.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits && LENGTHS.contains(code.length())) {
      return true;
    }
    cells.say(ValueNotice.DIVISION_CODE_MALFORMED, field, code);
    return false;
  }

  private static boolean fits(String code, DivisionLevel level) {
    int digits = digits(level);
    return code.length() == digits
        || (code.length() == 12 && code.substring(digits).chars().allMatch(c -> c == '0'));
  }

  private static int digits(DivisionLevel level) {
    return switch (level) {
      case PROVINCE -> 2;
      case PREFECTURE -> 4;
      case COUNTY -> 6;
      case TOWNSHIP -> 9;
      case VILLAGE -> 12;
    };
  }
}
