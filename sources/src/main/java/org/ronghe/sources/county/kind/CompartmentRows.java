package org.ronghe.sources.county.kind;

import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.CompartmentKind;

/// 舱室.
record CompartmentRows(Draft draft) implements RowReader {
  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.COMPARTMENT);
    String tunnel = cells.reference("tunnel", Thing.TUNNEL);
    String name = cells.text("name");
    String nameEn = cells.maybeText("name_en");
    CompartmentKind kind = cells.choice("kind", Choices.COMPARTMENT_KIND);
    if (cells.isGood() && kind != null) {
      draft.compartments.put(
          id, new Compartment(id, tunnel, name, nameEn, kind, cells.provenance()));
    }
  }
}
