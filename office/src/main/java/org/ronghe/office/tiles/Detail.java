package org.ronghe.office.tiles;

import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.network.NodeKind;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.atlas.Feature;

/// From which zoom on each thing of a layer is worth its bytes. An overview keeps mains, tunnels,
/// roads, divisions, places and facilities; what serves one building, and what can only be told
/// apart from close by, waits. Alarms do not come from tiles, so none is hidden by this.
final class Detail {
  private static final int SERVICE_LINKS = 12;
  private static final int LINE_POINTS = 13;

  /// Consumers with their points, and what is inside tunnels.
  private static final int CLOSE_BY = 14;

  private final Set<String> consumers;

  Detail(Atlas atlas) {
    consumers =
        atlas.layer("network-nodes").orElseThrow().features().stream()
            .map(Feature::row)
            .filter(row -> row instanceof NetworkNode node && node.kind() == NodeKind.CONSUMER)
            .map(row -> ((NetworkNode) row).id())
            .collect(Collectors.toUnmodifiableSet());
  }

  int fromZoom(Object row) {
    return switch (row) {
      case NetworkLink link when isService(link) -> SERVICE_LINKS;
      case NetworkNode node when node.kind() == NodeKind.CONSUMER -> CLOSE_BY;
      case MeasuringPoint point -> isCloseBy(point.owner()) ? CLOSE_BY : LINE_POINTS;
      default -> 0;
    };
  }

  private boolean isCloseBy(PointOwner owner) {
    return switch (owner.kind()) {
      case SECTION, EQUIPMENT -> true;
      case NODE -> consumers.contains(owner.id());
      default -> false;
    };
  }

  private boolean isService(NetworkLink link) {
    return consumers.contains(link.fromNode()) || consumers.contains(link.toNode());
  }
}
