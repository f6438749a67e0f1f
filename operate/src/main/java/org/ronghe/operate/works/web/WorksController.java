package org.ronghe.operate.works.web;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.ronghe.model.event.Works;
import org.ronghe.office.problem.Problem;
import org.ronghe.operate.works.WorksDesk;
import org.ronghe.operate.works.WorksNearby;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/works")
@PreAuthorize("hasRole('VIEWER')")
class WorksController {
  private static final double WIDEST_m = 50_000;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final WorksDesk desk;

  WorksController(WorksDesk desk) {
    this.desk = desk;
  }

  /// All open works.
  @GetMapping
  List<Works> open() {
    return desk.open();
  }

  /// Open works near a place, nearest first.
  @GetMapping("/near")
  List<WorksNearby> near(
      @RequestParam double lon,
      @RequestParam double lat,
      @RequestParam(name = "within", defaultValue = "100") double within_m) {
    if (!(within_m >= 0 && within_m <= WIDEST_m)) {
      throw Problem.badRequest(
          "bad-distance", "within 应在 0 到 50000 米之间", "within must be 0 to 50,000 metres");
    }
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw Problem.badRequest(
          "bad-place", "经纬度无效：" + lon + "," + lat, "Not a place: " + lon + "," + lat);
    }
    return desk.openWithin(GEOMETRY.createPoint(new Coordinate(lon, lat)), within_m);
  }
}
