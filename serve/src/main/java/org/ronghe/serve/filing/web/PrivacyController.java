package org.ronghe.serve.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.Erasure;
import org.ronghe.serve.filing.PersonExport;
import org.ronghe.serve.filing.PersonFiles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The data-protection officer's desk. Identity numbers travel in bodies, never in addresses.
@RestController
@RequestMapping("/api/v1/serve/privacy")
@PreAuthorize("hasRole('PRIVACY')")
class PrivacyController {
  private final PersonFiles people;
  private final PersonExport export;
  private final Erasure erasure;

  PrivacyController(PersonFiles people, PersonExport export, Erasure erasure) {
    this.people = people;
    this.export = export;
    this.erasure = erasure;
  }

  @PostMapping("/find")
  PersonFiles.Held find(@RequestBody Request request) {
    return people.find(request.id(), request.ground(), Caller.now());
  }

  @PostMapping("/export")
  void export(@RequestBody Request request, HttpServletResponse response) throws IOException {
    // refused before the answer begins
    people.find(request.id(), request.ground(), Caller.now());
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"person.zip\"");
    export.write(request.id(), request.ground(), Caller.now(), response.getOutputStream());
  }

  @PostMapping("/erase")
  Erasure.Done erase(@RequestBody Request request) {
    return erasure.run(request.id(), false, request.ground(), Caller.now());
  }

  @PostMapping("/restrict")
  Erasure.Done restrict(@RequestBody Request request) {
    return erasure.run(request.id(), true, request.ground(), Caller.now());
  }

  record Request(@Nullable String idNumber, @Nullable String reason) {
    String id() {
      return Objects.requireNonNullElse(idNumber, "").strip();
    }

    String ground() {
      return Objects.requireNonNullElse(reason, "").strip();
    }
  }
}
