package org.ronghe.serve.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Example;
import org.ronghe.model.service.Service;
import org.ronghe.serve.design.Workbench;
import org.ronghe.sources.service.CatalogueReader;

/// A workbench with the real reader. Examples are played by the server's; here one fails when it
/// says so in its own name.
record TestWorkbench(Path folder) implements Workbench {
  @Override
  public Map<String, String> shipped(String id, String version) {
    Path file = folder.resolve(id).resolve(version).resolve("service.yaml");
    try {
      return Files.exists(file) ? Map.of("service.yaml", Files.readString(file)) : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Reading read(Catalogue known, String id, String version, Map<String, String> texts) {
    try {
      var reading = CatalogueReader.read(folder, known, id, version, texts);
      return new Reading(
          reading.catalogue(),
          reading.notices().stream()
              .map(
                  n -> new Fault(n.code(), n.file(), n.path(), null, n.value(), n.why(), n.maybe()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Trial play(Catalogue catalogue, Service service) {
    List<Words> failures =
        service.examples().stream()
            .map(Example::id)
            .filter(id -> id.startsWith("fails"))
            .map(id -> new Words(id, id))
            .toList();
    return new Trial(service.examples().size(), failures);
  }
}
