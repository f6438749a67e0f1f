package org.ronghe.operate.line.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Utility;
import org.ronghe.office.problem.Problem;
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
    return desk.lines(utility == null ? null : utility(utility));
  }

  private static Utility utility(String code) {
    return Utility.ofCode(code)
        .orElseThrow(() ->
            Problem.badRequest("no-utility", "没有这种管线：" + code, "There is no utility " + code));
  }
}
