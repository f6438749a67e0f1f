package org.ronghe.server.benefit;

import java.nio.file.Path;
import java.util.List;
import org.ronghe.engines.rule.benefit.CountyCells;
import org.ronghe.engines.rule.benefit.PeopleCell;
import org.ronghe.model.county.County;
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
    List<PeopleCell> cells = CountyCells.of(county);
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
}
