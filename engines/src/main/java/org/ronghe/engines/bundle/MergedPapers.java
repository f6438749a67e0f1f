package org.ronghe.engines.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Service;

/// One list of documents: each once, and none that a step of the bundle gives.
final class MergedPapers {
  private MergedPapers() {}

  static List<BundlePlan.Paper> of(List<Service> ordered, Map<String, Bundle.Part> parts) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (Service service : ordered) {
      for (Material material : service.materials()) {
        drafts
            .computeIfAbsent(material.id(), _ -> new Draft(material))
            .wantedBy(
                service, material, parts.get(service.id()), producer(ordered, service, material));
      }
    }
    return drafts.values().stream().map(Draft::done).toList();
  }

  private static @Nullable String producer(
      List<Service> ordered, Service service, Material material) {
    for (String licence : material.licences()) {
      for (Service other : ordered) {
        if (other != service
            && Waits.gives(other, licence, material.of())
            && !Waits.gives(service, licence, material.of())) {
          return other.id();
        }
      }
    }
    return null;
  }

  /// A document on the way to its one line.
  private static final class Draft {
    private final Material material;
    private final Set<String> askedFor = new LinkedHashSet<>();
    private final Set<BundlePlan.Condition> when = new LinkedHashSet<>();
    private final List<String> licences;
    private @Nullable String producedBy;
    private boolean brought;

    Draft(Material material) {
      this.material = material;
      this.licences = new ArrayList<>(material.licences());
    }

    void wantedBy(
        Service service, Material same, Bundle.@Nullable Part part, @Nullable String producer) {
      askedFor.add(service.id());
      if (producer == null) {
        brought = true;
        licences.retainAll(same.licences());
        when.add(MergedForm.condition(part, same.when()));
      } else {
        producedBy = producer;
      }
    }

    BundlePlan.Paper done() {
      return new BundlePlan.Paper(
          material,
          List.copyOf(askedFor),
          brought ? null : producedBy,
          licences,
          brought ? MergedForm.anyOf(when) : List.of());
    }
  }
}
