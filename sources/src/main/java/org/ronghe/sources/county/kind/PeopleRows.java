package org.ronghe.sources.county.kind;

import java.util.HashMap;
import java.util.Map;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.people.Sex;
import org.ronghe.sources.county.notice.LinkNotice;
import org.ronghe.sources.county.notice.ValueNotice;

/// 人口.
final class PeopleRows implements RowReader {
  private final Draft draft;
  private final Map<Band, Known.Where> seen = new HashMap<>();

  PeopleRows(Draft draft) {
    this.draft = draft;
  }

  private record Band(String division, String date, Sex sex, long from, long to) {}

  @Override
  public void take(Cells cells, Shapes shapes) {
    String division = cells.reference("division", Thing.DIVISION);
    String date = Dates.read(cells, "census_date");
    Sex sex = cells.choice("sex", Choices.SEX);
    long from = cells.whole("age_from");
    long to = cells.whole("age_to");
    long count = cells.whole("count");
    if (count < 0) {
      cells.say(ValueNotice.COUNT_NEGATIVE, "count", String.valueOf(count));
    }
    if (from < 0 || from > to || to > 120) {
      cells.say(ValueNotice.AGE_BAND_REVERSED, "age_to", String.valueOf(from), String.valueOf(to));
    }
    if (sex == null || !cells.isGood()) {
      return;
    }
    Known.Where before = seen.putIfAbsent(new Band(division, date, sex, from, to), cells.where());
    if (before != null) {
      cells.say(LinkNotice.DUPLICATE_COUNT, "", before.file(), String.valueOf(before.row()));
      return;
    }
    draft.people.add(
        new PeopleCount(division, date, sex, (int) from, (int) to, count, cells.provenance()));
  }
}
