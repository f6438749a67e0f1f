package org.ronghe.serve.consult.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.staff.StaffPrincipal;
import org.ronghe.serve.consult.Consultations;
import org.ronghe.serve.filing.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Anyone reads; residents and helpers answer; the supervisor asks and replies.
@RestController
@RequestMapping("/api/v1/serve/consultations")
class ConsultationController {
  private final Consultations consultations;

  ConsultationController(Consultations consultations) {
    this.consultations = consultations;
  }

  @GetMapping
  List<Consultations.Consultation> list(@Nullable Authentication authentication) {
    boolean known =
        authentication != null && authentication.getPrincipal() instanceof StaffPrincipal;
    return known
        ? consultations.list(
            Caller.now().account(), Caller.now().role() == org.ronghe.office.staff.Role.SUPERVISOR)
        : consultations.list("", false);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasRole('SUPERVISOR')")
  Map<String, Long> create(@RequestBody Consultations.Draft draft) {
    return Map.of("id", consultations.create(draft, Caller.now().account()));
  }

  @PostMapping("/{id}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('RESIDENT', 'HELPER')")
  void answer(@PathVariable long id, @RequestBody Opinion opinion) {
    consultations.answer(
        id,
        Objects.requireNonNullElse(opinion.choice(), ""),
        Objects.requireNonNullElse(opinion.text(), ""),
        Caller.now().account());
  }

  @GetMapping("/{id}/heard")
  @PreAuthorize("hasRole('SUPERVISOR')")
  Consultations.Heard heard(@PathVariable long id) {
    return consultations.heard(id);
  }

  @PostMapping("/{id}/reply")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('SUPERVISOR')")
  void reply(@PathVariable long id, @RequestBody Reply reply) {
    consultations.reply(id, reply.heard(), reply.did(), Caller.now().account());
  }

  record Opinion(@Nullable String choice, @Nullable String text) {}

  record Reply(Consultations.@Nullable Said heard, Consultations.@Nullable Said did) {}
}
