package org.ronghe.server.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.serve.design.Workbench;
import org.ronghe.sources.pack.PackNotice;
import org.ronghe.sources.service.CatalogueReader;
import org.ronghe.sources.service.CatalogueReading;
import org.ronghe.sources.service.TextLine;

/// The designer's workbench over the shipped packs: the same reader and the same proof as `./ronghe
/// verify`.
public final class PackWorkbench implements Workbench {
  /// Where in a drawing: the line, and the id of the element.
  private static final Pattern DRAWN = Pattern.compile("L([0-9]+) .*");

  private final Path folder;
  private final WorkCalendar calendar;

  /// @param folder of the services, e.g. `packs/services`
  public PackWorkbench(Path folder, WorkCalendar calendar) {
    this.folder = folder;
    this.calendar = calendar;
  }

  @Override
  public Map<String, String> shipped(String id, String version) {
    Path place = folder.resolve(id).resolve(version).normalize();
    if (!place.startsWith(folder.normalize()) || !Files.isDirectory(place)) {
      return Map.of();
    }
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  @Override
  public Reading read(Catalogue known, String id, String version, Map<String, String> texts) {
    try {
      CatalogueReading reading = CatalogueReader.read(folder, known, id, version, texts);
      List<Fault> faults =
          new ArrayList<>(reading.notices().stream().map(notice -> fault(notice, texts)).toList());
      if (faults.isEmpty()) {
        reading
            .catalogue()
            .service(new ServiceKey(id, version))
            .ifPresent(
                service -> faults.addAll(VersionProof.of(service, reading.catalogue().elements())));
      }
      return new Reading(faults.isEmpty() ? reading.catalogue() : known, faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fault fault(PackNotice notice, Map<String, String> texts) {
    String file = notice.file().substring(notice.file().lastIndexOf('/') + 1);
    String text = texts.getOrDefault(file, "");
    Matcher drawn = DRAWN.matcher(notice.path());
    OptionalInt line =
        file.endsWith(".yaml")
            ? TextLine.of(text, notice.path(), notice.value())
            : drawn.matches()
                ? OptionalInt.of(Integer.parseInt(drawn.group(1)))
                : OptionalInt.empty();
    return new Fault(
        notice.code(),
        file,
        notice.path(),
        line.isPresent() ? line.getAsInt() : null,
        notice.value(),
        notice.why(),
        notice.maybe());
  }

  @Override
  public Trial play(Catalogue catalogue, Service service) {
    ServiceProof proof =
        new ServiceProof(
            new Catalogue(
                catalogue.departments(),
                catalogue.roles(),
                catalogue.elements(),
                catalogue.licences(),
                List.of(service),
                List.of()),
            calendar);
    return new Trial(proof.examples(), proof.failures());
  }
}
