package org.ronghe.operate.point.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Utility;
import org.ronghe.office.problem.Problem;
import org.ronghe.operate.atlas.UtilityCode;
import org.ronghe.operate.point.PointBook;
import org.ronghe.operate.point.PointDetail;
import org.ronghe.operate.point.PointNow;
import org.ronghe.operate.point.PointQuery;
import org.ronghe.operate.point.TrendView;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/points")
@PreAuthorize("hasRole('VIEWER')")
class PointController {
  private static final int NARROWEST = 10;
  private static final int WIDEST = 4_000;

  private final PointBook book;

  PointController(PointBook book) {
    this.book = book;
  }

  @GetMapping
  PointBook.Page points(
      @RequestParam(required = false) @Nullable String utility,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "200") int limit) {
    Utility wanted = UtilityCode.read(utility);
    return book.list(new PointQuery(wanted, owner, q), cursor, limit);
  }

  @GetMapping("/latest")
  List<PointNow> latest(@RequestParam List<String> ids) {
    return book.now(ids);
  }

  @GetMapping("/{id}")
  PointDetail point(@PathVariable String id) {
    return book.detail(id).orElseThrow(() -> unknown(id));
  }

  @GetMapping("/{id}/trend")
  TrendView trend(
      @PathVariable String id,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(defaultValue = "1000") int width,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    if (!from.isBefore(to)) {
      throw Problem.badRequest("from-after-to", "开始时间必须早于结束时间", "from must be earlier than to");
    }
    return book.trend(id, from, to, Math.clamp(width, NARROWEST, WIDEST), knownAt)
        .orElseThrow(() -> unknown(id));
  }

  private static Problem unknown(String id) {
    return Problem.notFound("no-point", "没有这个测点：" + id, "There is no point " + id);
  }
}
