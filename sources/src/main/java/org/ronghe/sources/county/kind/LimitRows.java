package org.ronghe.sources.county.kind;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ronghe.model.pack.LimitOverride;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.sources.county.notice.LinkNotice;

/// 自定限值. Whether a pack has the rule shows only where packs are known; that it is one of the
/// point's own profile shows here.
final class LimitRows implements RowReader {
  private final Draft draft;
  private final Map<String, MeasuringPoint> points;

  LimitRows(Draft draft) {
    this.draft = draft;
    this.points =
        draft.points.stream().collect(Collectors.toMap(MeasuringPoint::id, point -> point));
  }

  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.reference("point", Thing.POINT);
    String rule = cells.text("rule");
    double limit = cells.number("limit");
    Double hysteresis = cells.maybeNotNegative("hysteresis");
    if (!id.isEmpty() && !rule.isEmpty()) {
      cells.claim(Thing.LIMIT, "rule", id + " " + rule);
    }
    MeasuringPoint point = points.get(id);
    if (point != null && !rule.isEmpty() && !rule.startsWith(point.profile() + "/")) {
      String profile = Objects.requireNonNullElse(point.profile(), "–");
      cells.say(LinkNotice.LIMIT_OF_OTHER_PROFILE, "rule", id, profile, rule);
    }
    if (cells.isGood()) {
      draft.limits.add(new LimitOverride(id, rule, limit, hysteresis, cells.provenance()));
    }
  }
}
