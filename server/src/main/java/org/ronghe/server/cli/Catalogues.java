package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.Catalogue;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.pack.PackNotice;
import org.ronghe.sources.service.CatalogueReader;
import org.ronghe.sources.service.CatalogueReading;

/// The catalogue of services a command works with.
final class Catalogues {
  private Catalogues() {}

  /// @param given a folder of services; null for the shipped one
  static Catalogue read(@Nullable Path given) throws IOException {
    Path folder =
        given == null
            ? Path.of(System.getProperty("ronghe.home", ".")).resolve("packs/services")
            : given;
    if (!Files.exists(folder.resolve("service.schema.json"))) {
      throw new Refusal(
          "no-catalogue",
          folder + " 不是事项目录：没有 service.schema.json。",
          folder + " is no folder of services: it has no service.schema.json.",
          "用 --services 指向 packs/services 那样的文件夹。",
          "Point --services at a folder like packs/services.");
    }
    CatalogueReading reading = CatalogueReader.read(folder);
    if (!reading.notices().isEmpty()) {
      PackNotice first = reading.notices().getFirst();
      throw new Refusal(
          "catalogue-unsound",
          first.chinese(),
          first.english(),
          "先运行 ./ronghe verify，逐条改正。",
          "Run ./ronghe verify and correct what it lists.");
    }
    return reading.catalogue();
  }
}
