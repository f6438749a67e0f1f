package org.ronghe.operate.line.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.operate.atlas.UtilityCode;
import org.ronghe.operate.line.LineDesk;
import org.ronghe.operate.line.LineSummary;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('VIEWER')")
class LineController {
  private final LineDesk desk;

  LineController(LineDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/v1/lines")
  List<LineSummary> lines(@RequestParam(required = false) @Nullable String utility) {
    return desk.lines(UtilityCode.read(utility));
  }
}
