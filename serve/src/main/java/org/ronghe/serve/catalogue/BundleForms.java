package org.ronghe.serve.catalogue;

import java.util.List;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.Service;
import org.springframework.stereotype.Component;

/// The forms of bundles with the versions of today.
@Component
public class BundleForms {
  private final CatalogueRoom room;

  BundleForms(CatalogueRoom room) {
    this.room = room;
  }

  public List<Service> services(Bundle bundle) {
    return bundle.services().stream().map(part -> room.current(part.service())).toList();
  }

  public Form form(Bundle bundle) {
    return BundleForm.of(services(bundle), room.catalogue().licences());
  }
}
