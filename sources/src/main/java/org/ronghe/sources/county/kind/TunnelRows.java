package org.ronghe.sources.county.kind;

import org.locationtech.jts.geom.LineString;
import org.ronghe.model.tunnel.Tunnel;

/// 管廊.
record TunnelRows(Draft draft) implements RowReader {
  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.TUNNEL);
    String name = cells.text("name");
    String nameEn = cells.maybeText("name_en");
    LineString line = shapes.line();
    if (cells.isGood() && line != null) {
      draft.tunnels.put(
          id, new Tunnel(id, name, nameEn, Ground.length_m(line), line, cells.provenance()));
    }
  }
}
