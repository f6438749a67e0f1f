package org.ronghe.sources.county.kind;

import org.locationtech.jts.geom.Point;
import org.ronghe.model.place.Place;

/// 地点.
record PlaceRows(Draft draft) implements RowReader {
  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.PLACE);
    String name = cells.text("name");
    String nameEn = cells.maybeText("name_en");
    String kind = cells.text("kind");
    String division = cells.reference("division", Thing.DIVISION);
    Point position = shapes.position();
    if (cells.isGood() && position != null) {
      draft.places.put(
          id, new Place(id, name, nameEn, kind, division, position, cells.provenance()));
    }
  }
}
