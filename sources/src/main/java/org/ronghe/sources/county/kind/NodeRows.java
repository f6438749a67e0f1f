package org.ronghe.sources.county.kind;

import org.locationtech.jts.geom.Point;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.network.NodeKind;

/// 管网节点.
record NodeRows(Draft draft) implements RowReader {
  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.NODE);
    Utility utility = cells.utility();
    NodeKind kind = cells.choice("kind", Choices.NODE_KIND);
    String name = cells.maybeText("name");
    String division = cells.maybeReference("division", Thing.DIVISION);
    Double elevation_m = cells.maybeNumber("elevation_m");
    Point position = shapes.position();
    if (cells.isGood() && utility != null && kind != null && position != null) {
      NetworkNode node =
          new NetworkNode(
              id,
              utility,
              kind,
              name == null ? id : name,
              cells.maybeText("name_en"),
              division,
              elevation_m,
              position,
              cells.provenance());
      draft.nodes.put(id, node);
    }
  }
}
