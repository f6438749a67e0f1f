package org.ronghe.sources.service;

import java.util.List;
import org.ronghe.model.service.Catalogue;
import org.ronghe.sources.pack.PackNotice;

/// What a folder of services holds: the catalogue of all that is sound, and notices about the rest.
public record CatalogueReading(Catalogue catalogue, List<PackNotice> notices) {
  public CatalogueReading {
    notices = List.copyOf(notices);
  }
}
