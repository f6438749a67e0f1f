package org.ronghe.serve.works.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.engines.dig.JointOpening;
import org.ronghe.engines.dig.Surfacing;
import org.ronghe.model.measure.Utility;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.works.OpeningDesk;
import org.ronghe.serve.works.RoadOpening;
import org.ronghe.serve.works.Shapes;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Openings of roads: ask before filing, plan, join, open, close.
@RestController
@RequestMapping("/api/v1/serve/openings")
class OpeningController {
  private final OpeningDesk desk;
  private final OpeningViews views;

  OpeningController(OpeningDesk desk, JsonMapper json) {
    this.desk = desk;
    this.views = new OpeningViews(json);
  }

  /// What would be found, without keeping anything. Whoever files may ask; lines are named, not
  /// drawn.
  @PostMapping("/check")
  @PreAuthorize("hasAnyRole('RESIDENT', 'HELPER', 'DESK')")
  OpeningViews.CheckView check(@RequestBody NewOpening given) {
    return views.checked(desk.check(given.opening(RoadOpening.Stage.APPLIED)));
  }

  @GetMapping
  @PreAuthorize("hasAnyRole('DESK', 'VIEWER')")
  List<OpeningViews.Row> current() {
    return desk.current().stream().map(views::row).toList();
  }

  @GetMapping("/{id}")
  @PreAuthorize("hasAnyRole('DESK', 'VIEWER')")
  OpeningViews.DossierView one(@PathVariable String id) {
    return views.dossier(desk.dossier(id));
  }

  @PostMapping("/plans")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasRole('DESK')")
  OpeningViews.Row plan(@RequestBody NewOpening given) {
    return views.row(desk.plan(given.opening(RoadOpening.Stage.PLANNED), Caller.now()));
  }

  @PostMapping("/{id}/join")
  @PreAuthorize("hasRole('DESK')")
  OpeningViews.JointView join(@PathVariable String id) {
    JointOpening joint = desk.join(id, Caller.now());
    return views.joint(joint);
  }

  @PostMapping("/{id}/open")
  @PreAuthorize("hasAnyRole('RESIDENT', 'DESK')")
  OpeningViews.Row open(@PathVariable String id, @RequestBody Site site) {
    return views.row(desk.open(id, Objects.requireNonNullElse(site.phone(), ""), Caller.now()));
  }

  @PostMapping("/{id}/close")
  @PreAuthorize("hasAnyRole('RESIDENT', 'DESK')")
  OpeningViews.Row close(@PathVariable String id) {
    return views.row(desk.close(id, Caller.now()));
  }

  @PostMapping("/surfacings")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('DESK')")
  void surfaced(@RequestBody NewSurfacing given) {
    desk.surfaced(given.surfacing(), Caller.now());
  }

  @PostMapping("/notices/{notice}/seen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('DESK')")
  void seen(@PathVariable long notice) {
    desk.seen(notice, Caller.now());
  }

  record Site(@Nullable String phone) {}

  /// @param shape GeoJSON line or area, WGS-84
  record NewOpening(
      @Nullable String who,
      @Nullable String title,
      @Nullable String utility,
      @Nullable String road,
      @Nullable JsonNode shape,
      @Nullable Double width_m,
      @Nullable Double depth_m,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable Integer slackDays,
      @Nullable Boolean emergency) {
    private static final double DEEPEST_m = 30;
    private static final double WIDEST_m = 100;
    private static final int LONGEST_SLACK = 366;

    RoadOpening opening(RoadOpening.Stage stage) {
      Geometry trench = drawn(shape);
      double width = Objects.requireNonNullElse(width_m, 1.0);
      double depth = Objects.requireNonNullElse(depth_m, 0.0);
      int slack = Objects.requireNonNullElse(slackDays, 0);
      if (!(width > 0 && width <= WIDEST_m)) {
        throw Problem.badRequest(
            "width", "宽度须大于 0 且不超过 100 米。", "The width is above 0 and at most 100 m.");
      }
      if (!(depth >= 0 && depth <= DEEPEST_m)) {
        throw Problem.badRequest("depth", "深度须在 0 到 30 米之间。", "The depth is from 0 to 30 m.");
      }
      if (slack < 0 || slack > LONGEST_SLACK) {
        throw Problem.badRequest(
            "slack", "可调整天数须在 0 到 366 之间。", "The days it may move are from 0 to 366.");
      }
      LocalDate first = from;
      LocalDate last = until;
      if (first == null || last == null || last.isBefore(first)) {
        throw Problem.badRequest(
            "days", "请写明开工和完工日期，完工不早于开工。", "Give the first and the last day, in this order.");
      }
      return new RoadOpening(
          "new",
          "",
          text(who),
          text(title),
          utility == null ? null : Utility.ofCode(utility).orElse(null),
          text(road),
          trench,
          width,
          depth,
          first,
          last,
          slack,
          Boolean.TRUE.equals(emergency),
          stage,
          null,
          "",
          0);
    }

    private static String text(@Nullable String given) {
      String text = given == null ? "" : given.strip();
      return text.length() > 200 ? text.substring(0, 200) : text;
    }
  }

  record NewSurfacing(
      @Nullable String road,
      @Nullable String name,
      @Nullable JsonNode shape,
      @Nullable Double width_m,
      Surfacing.@Nullable Kind kind,
      @Nullable LocalDate finished) {
    Surfacing surfacing() {
      if (road == null || road.isBlank() || kind == null || finished == null) {
        throw Problem.badRequest(
            "surfacing", "请写明道路、种类和完工日期。", "Give the road, the kind and the day it was finished.");
      }
      return new Surfacing(
          road,
          name == null ? road : name,
          drawn(shape),
          Objects.requireNonNullElse(width_m, 10.0),
          kind,
          finished);
    }
  }

  private static Geometry drawn(@Nullable JsonNode shape) {
    return java.util.Optional.ofNullable(shape)
        .flatMap(Shapes::read)
        .orElseThrow(() ->
            Problem.badRequest(
                "shape",
                "请在图上画出一条线或一块范围（GeoJSON，WGS-84 经纬度）。",
                "Draw a line or an area (GeoJSON, WGS-84 longitude and latitude)."));
  }
}
