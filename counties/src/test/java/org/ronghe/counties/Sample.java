package org.ronghe.counties;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.county.County;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;
import org.ronghe.sources.county.PackageReading;

/// The committed package, read once by the same reader that an import uses.
final class Sample {
  static final Path FOLDER = Path.of("shangdang");
  static final PackageReading READING = CountyPackageReader.read(FOLDER, PackageProgress.SILENT);
  static final County COUNTY =
      READING.county().orElseThrow(() -> new IllegalStateException(READING.errors().toString()));

  private Sample() {}

  static List<NetworkNode> nodes(Utility utility) {
    return COUNTY.nodes().stream().filter(node -> node.utility() == utility).toList();
  }

  static List<NetworkLink> links(Utility utility) {
    return COUNTY.links().stream().filter(link -> link.utility() == utility).toList();
  }

  static Map<String, NetworkNode> nodesById(Utility utility) {
    Map<String, NetworkNode> byId = new LinkedHashMap<>();
    nodes(utility).forEach(node -> byId.put(node.id(), node));
    return byId;
  }
}
