package org.ronghe.operate.tunnel.web;

import java.util.List;
import org.ronghe.office.problem.Problem;
import org.ronghe.operate.tunnel.TunnelDesk;
import org.ronghe.operate.tunnel.TunnelProfile;
import org.ronghe.operate.tunnel.TunnelSummary;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('VIEWER')")
class TunnelController {
  private final TunnelDesk desk;

  TunnelController(TunnelDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/v1/tunnels")
  List<TunnelSummary> all() {
    return desk.all();
  }

  @GetMapping("/api/v1/tunnels/{id}")
  TunnelProfile profile(@PathVariable String id) {
    return desk.profile(id)
        .orElseThrow(
            () -> Problem.notFound("no-tunnel", "没有这条管廊：" + id, "There is no tunnel " + id));
  }
}
