package org.ronghe.sources.county.kind;

import org.locationtech.jts.geom.LineString;
import org.ronghe.model.road.Road;

/// 道路.
record RoadRows(Draft draft) implements RowReader {
  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.ROAD);
    String name = cells.text("name");
    String nameEn = cells.maybeText("name_en");
    String roadClass = cells.text("class");
    Double width_m = cells.maybeNotNegative("width_m");
    LineString line = shapes.line();
    if (cells.isGood() && line != null) {
      draft.roads.add(new Road(id, name, nameEn, roadClass, width_m, line, cells.provenance()));
    }
  }
}
