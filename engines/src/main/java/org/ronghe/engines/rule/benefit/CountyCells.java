package org.ronghe.engines.rule.benefit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.people.PeopleCount;

/// The villages, sexes and age bands of a county, to draw a synthetic register from.
public final class CountyCells {
  private CountyCells() {}

  /// One for each count of a village; empty when the county knows no people by village.
  public static List<PeopleCell> of(County county) {
    Map<String, Division> divisions = new HashMap<>();
    county.divisions().forEach(one -> divisions.put(one.code(), one));
    List<PeopleCell> cells = new ArrayList<>();
    for (PeopleCount count : county.people()) {
      Division village = divisions.get(count.divisionCode());
      if (village != null && village.level() == DivisionLevel.VILLAGE) {
        cells.add(cell(village, divisions, count));
      }
    }
    return cells;
  }

  private static PeopleCell cell(
      Division village, Map<String, Division> divisions, PeopleCount count) {
    Division township = divisions.get(String.valueOf(village.parentCode()));
    String urbanClass = village.urbanRuralClass();
    return new PeopleCell(
        village.code(),
        township == null ? "" : township.code(),
        township == null ? "" : township.name(),
        urbanClass != null && urbanClass.startsWith("1"),
        count.sex(),
        count.ageFrom(),
        count.ageTo(),
        count.count());
  }
}
