package org.ronghe.sources.county.kind;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKey;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.sources.county.notice.LinkNotice;

/// 边界: the outline of a division of the same code, issuer and vintage.
record BoundaryRows(Draft draft) implements RowReader {
  @Override
  public void take(Cells cells, Shapes shapes) {
    String code = cells.text("code");
    String issuer = cells.text("issuer");
    String vintage = Dates.read(cells, "vintage");
    Geometry area = shapes.area();
    boolean wellFormed = DivisionRows.isCode(cells, "code", code);
    if (!wellFormed || issuer.isEmpty() || vintage.isEmpty()) {
      return;
    }
    Division division = draft.divisions.get(new DivisionKey(code, issuer, vintage));
    if (division == null) {
      sayMissing(cells, code, issuer, vintage);
    } else if (division.geometry() != null) {
      cells.say(LinkNotice.DUPLICATE_BOUNDARY, "code", code);
    } else if (area != null && cells.isGood()) {
      draft.divisions.put(division.key(), with(division, area, cells.provenance()));
    }
  }

  private void sayMissing(Cells cells, String code, String issuer, String vintage) {
    List<String> details = new ArrayList<>(List.of(code, issuer, vintage));
    draft.divisions.keySet().stream()
        .filter(key -> key.code().equals(code))
        .findFirst()
        .ifPresent(key -> details.add(key.source() + " " + key.vintage()));
    cells.say(LinkNotice.BOUNDARY_WITHOUT_DIVISION, "code", details.toArray(String[]::new));
  }

  private static Division with(Division division, Geometry area, Provenance drawn) {
    return new Division(
        division.key(),
        division.name(),
        division.nameEn(),
        division.level(),
        division.kind(),
        division.parentCode(),
        division.urbanRuralClass(),
        area,
        drawn.synthetic() ? partlySynthetic(division.provenance(), drawn) : division.provenance());
  }

  /// A record has one provenance: a real division with a made-up outline is marked, and says what
  /// of it is made up.
  private static Provenance partlySynthetic(Provenance division, Provenance drawn) {
    String source = division.source() + "; 边界合成 (boundary synthetic): " + drawn.source();
    return new Provenance(source, division.vintage(), division.licence(), true);
  }
}
