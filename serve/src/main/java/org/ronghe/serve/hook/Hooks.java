package org.ronghe.serve.hook;

import java.util.List;
import java.util.Optional;

/// The systems this county tells; nobody, until the IT person names some.
public record Hooks(List<Hook> all) {
  public static final Hooks NONE = new Hooks(List.of());

  public Hooks {
    all = List.copyOf(all);
  }

  Optional<Hook> one(String id) {
    return all.stream().filter(hook -> hook.id().equals(id)).findFirst();
  }
}
