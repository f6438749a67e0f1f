package org.ronghe.sources.county.manifest;

import java.util.List;
import org.ronghe.model.county.CountyHead;

/// What county.yaml says.
public record Manifest(CountyHead head, List<FileSpec> files) {
  /// The name of the file in the package folder.
  public static final String FILE = "county.yaml";

  public Manifest {
    files = List.copyOf(files);
  }
}
