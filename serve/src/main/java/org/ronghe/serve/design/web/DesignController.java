package org.ronghe.serve.design.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.serve.design.DesignDesk;
import org.ronghe.serve.filing.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Services and their versions, for designers.
@RestController
@RequestMapping("/api/v1/serve/design")
@PreAuthorize("hasRole('DESIGNER')")
class DesignController {
  private final DesignDesk desk;

  DesignController(DesignDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  List<DesignDesk.Version> versions() {
    return desk.versions();
  }

  @GetMapping("/{id}/{version}")
  Map<String, String> texts(@PathVariable String id, @PathVariable String version) {
    return desk.texts(id, version);
  }

  @PostMapping("/{id}/{version}/check")
  DesignDesk.Checked check(
      @PathVariable String id, @PathVariable String version, @RequestBody Texts texts) {
    return desk.check(id, version, texts.given());
  }

  @PostMapping("/{id}/{version}/publish")
  @ResponseStatus(HttpStatus.CREATED)
  DesignDesk.Version publish(
      @PathVariable String id, @PathVariable String version, @RequestBody Texts texts) {
    return desk.publish(
        id, version, texts.given(), Boolean.TRUE.equals(texts.sure()), Caller.now().account());
  }

  record Texts(@Nullable Map<String, String> texts, @Nullable Boolean sure) {
    Map<String, String> given() {
      return Objects.requireNonNullElse(texts, Map.of());
    }
  }
}
