package org.ronghe.sources.county.kind;

import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;

/// 管廊设备.
record EquipmentRows(Draft draft) implements RowReader {
  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.EQUIPMENT);
    String sectionId = cells.reference("section", Thing.SECTION);
    String name = cells.text("name");
    String nameEn = cells.maybeText("name_en");
    String kind = cells.text("kind");
    double chainage_m = cells.notNegative("chainage_m");
    FireSection section = draft.sections.get(sectionId);
    if (section != null) {
      Chainage.check(
          cells,
          "chainage_m",
          chainage_m,
          section.fromChainage_m(),
          section.toChainage_m(),
          Thing.SECTION,
          sectionId);
    }
    if (cells.isGood()) {
      draft.equipment.put(
          id, new Equipment(id, sectionId, name, nameEn, kind, chainage_m, cells.provenance()));
    }
  }
}
