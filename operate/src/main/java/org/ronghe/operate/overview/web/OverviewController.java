package org.ronghe.operate.overview.web;

import org.ronghe.office.problem.Problem;
import org.ronghe.operate.overview.Overview;
import org.ronghe.operate.overview.OverviewDesk;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('VIEWER')")
class OverviewController {
  private final OverviewDesk desk;

  OverviewController(OverviewDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/v1/overview")
  Overview overview() {
    return desk.overview()
        .orElseThrow(
            () -> Problem.notFound("no-county", "还没有导入县情包", "No county has been imported yet"));
  }
}
