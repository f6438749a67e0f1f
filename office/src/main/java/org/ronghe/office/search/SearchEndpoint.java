package org.ronghe.office.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.atlas.AtlasRoom;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.register.CountyRegister;
import org.ronghe.office.register.CountyReplaced;
import org.ronghe.office.register.PointsOfLogs;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/search?q=&limit=`: one box finds everything.
@RestController
class SearchEndpoint {
  private static final int LONGEST_QUERY_letters = 100;
  private static final int MOST = 100;

  private final CountyRegister register;
  private final AtlasRoom room;
  private volatile List<MeasuringPoint> ofLogs = List.of();
  private @Nullable County indexed;
  private List<MeasuringPoint> indexedOfLogs = List.of();
  private @Nullable SearchIndex index;

  SearchEndpoint(CountyRegister register, AtlasRoom room) {
    this.register = register;
    this.room = room;
  }

  /// Builds the index beside the running work, so that the first search does not wait.
  @EventListener
  void prepare(CountyReplaced replaced) {
    build();
  }

  /// Points of replayed logs are found like any other.
  @EventListener
  void prepare(PointsOfLogs logs) {
    if (!ofLogs.equals(logs.points())) {
      ofLogs = logs.points();
      if (register.county().isPresent()) {
        build();
      }
    }
  }

  private void build() {
    Thread builder = new Thread(this::index, "search-index");
    builder.setDaemon(true);
    builder.setPriority(Thread.MIN_PRIORITY);
    builder.start();
  }

  @GetMapping("/api/v1/search")
  @PreAuthorize("hasRole('VIEWER')")
  List<Hit> search(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
    if (limit < 1 || limit > MOST || q.length() > LONGEST_QUERY_letters) {
      throw Problem.badRequest(
          "search-limit",
          "limit 须在 1 到 100 之间，q 不超过 100 个字符。",
          "limit must be 1 to 100 and q at most 100 characters long.");
    }
    return index().find(q, limit);
  }

  private synchronized SearchIndex index() {
    County now = register.county().orElseThrow(CountyRegister::noCounty);
    List<MeasuringPoint> logs = ofLogs;
    SearchIndex last = index;
    if (last == null || indexed != now || indexedOfLogs != logs) {
      last = new SearchIndex(Entries.of(now, room.atlasOrProblem(), logs));
      index = last;
      indexed = now;
      indexedOfLogs = logs;
    }
    return last;
  }
}
