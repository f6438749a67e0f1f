package org.ronghe.sources.county;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small, complete county package to start from (`./ronghe new-county DIR`).
public final class CountyTemplate {
  private static final List<String> FILES =
      List.of(
          "county.yaml",
          "README.md",
          "README.zh-CN.md",
          "divisions.csv",
          "boundaries.geojson",
          "places.csv",
          "people.csv",
          "facilities.csv",
          "roads.csv",
          "tunnels.csv",
          "compartments.csv",
          "sections.csv",
          "equipment.csv",
          "network-nodes.csv",
          "network-links.csv",
          "points.csv",
          "limits.csv");

  private CountyTemplate() {}

  /// Writes the template into `dir`, which is created when it is not there; returns the files.
  ///
  /// @throws FileAlreadyExistsException when a file of that name is there: then nothing is written
  public static List<Path> write(Path dir) throws IOException {
    for (String name : FILES) {
      if (Files.exists(dir.resolve(name))) {
        throw new FileAlreadyExistsException(dir.resolve(name).toString());
      }
    }
    Files.createDirectories(dir);
    List<Path> written = new ArrayList<>();
    for (String name : FILES) {
      try (InputStream in = CountyTemplate.class.getResourceAsStream("template/" + name)) {
        if (in == null) {
          throw new IllegalStateException("template/" + name + " is not on the class path");
        }
        Files.copy(in, dir.resolve(name));
        written.add(dir.resolve(name));
      }
    }
    return List.copyOf(written);
  }
}
