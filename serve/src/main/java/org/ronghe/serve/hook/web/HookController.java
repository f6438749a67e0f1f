package org.ronghe.serve.hook.web;

import java.security.Principal;
import java.util.List;
import org.ronghe.serve.hook.HookDesk;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The administrator's view of the hooks.
@RestController
@RequestMapping("/api/v1/webhooks")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class HookController {
  private final HookDesk desk;

  HookController(HookDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  List<HookDesk.Standing> all() {
    return desk.all();
  }

  @PostMapping("/again")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void again(@RequestParam String key, Principal who) {
    desk.again(key, who.getName());
  }
}
