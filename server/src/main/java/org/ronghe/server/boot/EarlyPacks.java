package org.ronghe.server.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.service.Catalogue;
import org.ronghe.office.problem.Refusal;
import org.ronghe.serve.benefit.BenefitShelf;
import org.ronghe.server.benefit.BenefitPacks;
import org.ronghe.sources.benefit.FieldsReader;
import org.ronghe.sources.calendar.CalendarReader;
import org.ronghe.sources.pack.PackFolder;
import org.ronghe.sources.pack.PackReader;
import org.ronghe.sources.service.CatalogueReader;

/// The packs this county runs with, read on threads of their own while the application is put
/// together. What cannot be read is refused when it is asked for.
record EarlyPacks(
    EarlyStart<Catalogue> services,
    EarlyStart<WorkCalendar> calendar,
    EarlyStart<PackFolder> alarms,
    EarlyStart<BenefitShelf> benefits) {
  /// `home`: the folder that holds `packs/`. A folder of services, calendars or benefits may be
  /// missing.
  static EarlyPacks of(Path home) {
    Path packs = home.resolve("packs");
    Path services = packs.resolve("services");
    Path calendar = packs.resolve("calendar");
    Path benefits = packs.resolve("benefits");
    return new EarlyPacks(
        EarlyStart.of(
            "services-read",
            () ->
                Files.exists(services)
                    ? read(services, folder -> CatalogueReader.read(folder).catalogue())
                    : Catalogue.EMPTY),
        EarlyStart.of(
            "calendar-read",
            () ->
                Files.exists(calendar)
                    ? read(calendar, folder -> CalendarReader.read(folder).calendar())
                    : WorkCalendar.of(List.of())),
        EarlyStart.of("packs-read", () -> read(packs, PackReader::read)),
        EarlyStart.of(
            "benefits-read",
            () ->
                Files.exists(benefits)
                    ? read(benefits, EarlyPacks::shelf)
                    : new BenefitShelf(List.of(), List.of())));
  }

  private static BenefitShelf shelf(Path folder) throws IOException {
    return new BenefitShelf(
        BenefitPacks.all(folder), FieldsReader.read(folder.resolve("fields.yaml")));
  }

  private static <T> T read(Path folder, Reading<T> reading) {
    try {
      return reading.of(folder);
    } catch (IOException e) {
      throw new Refusal(
          "packs",
          "无法读取知识包 " + folder + "：" + e.getMessage(),
          "The packs in " + folder + " cannot be read: " + e.getMessage(),
          "重新安装，或检查该文件夹的权限。",
          "Install again, or check the folder's permissions.");
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(Path folder) throws IOException;
  }
}
