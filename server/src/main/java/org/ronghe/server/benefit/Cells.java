package org.ronghe.server.benefit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.engines.rule.benefit.PeopleCell;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;

/// The villages, sexes and age bands of a county package, to draw a synthetic register from.
public final class Cells {
  private Cells() {}

  /// Reads a county package; refused when it has no people by village.
  public static List<PeopleCell> of(Path folder) {
    County county =
        CountyPackageReader.read(folder, PackageProgress.SILENT)
            .county()
            .orElseThrow(() ->
                new Refusal(
                    "no-county",
                    folder + " 不是县数据包。",
                    folder + " is no county package.",
                    "县数据包里有 county.yaml；./ronghe verify 说明问题在哪里。",
                    "A county package holds county.yaml; ./ronghe verify says what is wrong."));
    Map<String, Division> divisions = new HashMap<>();
    county.divisions().forEach(one -> divisions.put(one.code(), one));
    List<PeopleCell> cells = new ArrayList<>();
    for (PeopleCount count : county.people()) {
      Division village = divisions.get(count.divisionCode());
      if (village != null && village.level() == DivisionLevel.VILLAGE) {
        cells.add(cell(village, divisions, count));
      }
    }
    if (cells.isEmpty()) {
      throw new Refusal(
          "no-people",
          folder + " 没有分村的人口（people）。",
          folder + " has no people by village.",
          "在 county.yaml 里登记一个 kind: people 的文件，division 写村级区划代码。",
          "List a file of kind people in county.yaml whose divisions are villages.");
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
