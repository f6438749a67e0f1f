package org.ronghe.sources.county.kind;

import org.locationtech.jts.geom.Point;
import org.ronghe.model.facility.Facility;

/// 设施.
record FacilityRows(Draft draft) implements RowReader {
  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.FACILITY);
    String name = cells.text("name");
    String type = cells.text("type");
    String division = cells.reference("division", Thing.DIVISION);
    Double capacity = cells.maybeNotNegative("capacity");
    String capacityUnit = cells.maybeText("capacity_unit");
    String operator = cells.maybeText("operator");
    Point position = shapes.position();
    if (cells.isGood() && position != null) {
      Facility facility =
          new Facility(
              id,
              name,
              cells.maybeText("name_en"),
              type,
              division,
              capacity,
              capacityUnit,
              operator,
              position,
              cells.provenance());
      draft.facilities.put(id, facility);
    }
  }
}
