package org.ronghe.serve.benefit.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.benefit.BenefitDesk;
import org.ronghe.serve.benefit.MyBenefits;
import org.ronghe.serve.benefit.Neighbours;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.FilingRequest;
import org.ronghe.serve.filing.Receipt;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What people may be entitled to: their own, their neighbours', the department's list. Looks are
/// posted, since each says why and leaves a row in the audit.
@RestController
@RequestMapping("/api/v1/serve/benefits")
class BenefitController {
  private final MyBenefits mine;
  private final BenefitDesk desk;

  BenefitController(MyBenefits mine, BenefitDesk desk) {
    this.mine = mine;
    this.desk = desk;
  }

  /// The body is what the resident answers, by field; nothing of it is kept.
  @PostMapping("/mine")
  @PreAuthorize("hasRole('RESIDENT')")
  MyBenefits.Answer mine(@RequestBody JsonNode answers) {
    return mine.of(Caller.now(), answers);
  }

  @GetMapping("/mine/opt-out")
  @PreAuthorize("hasRole('RESIDENT')")
  OptOut optOut() {
    return new OptOut(mine.isOut(Caller.now()));
  }

  @PutMapping("/mine/opt-out")
  @PreAuthorize("hasRole('RESIDENT')")
  OptOut putOut(@RequestBody OptOut wanted) {
    mine.putOut(Caller.now(), Boolean.TRUE.equals(wanted.out()));
    return optOut();
  }

  @PostMapping("/neighbours")
  @PreAuthorize("hasRole('HELPER')")
  Neighbours.Look neighbours(@RequestBody Asked asked) {
    return desk.neighbours(text(asked.benefit()), text(asked.purpose()), Caller.now());
  }

  @PostMapping("/neighbours/{person}/opt-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('HELPER')")
  void neighbourOut(@PathVariable String person) {
    desk.optOut(person, Caller.now());
  }

  @GetMapping("/found")
  @PreAuthorize("hasRole('CLERK')")
  List<Neighbours.Basis> ofDepartment() {
    return desk.ofDepartment(Caller.now());
  }

  @PostMapping("/found/{benefit}")
  @PreAuthorize("hasRole('CLERK')")
  BenefitDesk.FoundList found(@PathVariable String benefit, @RequestBody Asked asked) {
    return desk.found(benefit, text(asked.division()), text(asked.purpose()), Caller.now());
  }

  @PostMapping("/found/{benefit}/{person}/confirm")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasRole('CLERK')")
  Receipt confirm(
      @PathVariable String benefit,
      @PathVariable("person") String found,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestBody Confirmed given) {
    JsonNode answers = given.answers();
    FilingRequest.Person person = given.person();
    if (answers == null
        || !answers.isObject()
        || person == null
        || text(person.name()).isBlank()
        || text(person.idNumber()).isBlank()
        || text(person.consent()).isBlank()) {
      throw Problem.badRequest(
          "case",
          "须写明 answers，以及 person 的 name、idNumber、consent。",
          "Give answers, and name, idNumber and consent of the person.");
    }
    FilingRequest request =
        new FilingRequest(
            text(given.service()), answers, Map.of(), Set.of(), key, person, Map.of(), true);
    return desk.confirm(benefit, found, request, Caller.now());
  }

  @PostMapping("/found/{benefit}/{person}/decline")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('CLERK')")
  void decline(
      @PathVariable String benefit, @PathVariable String person, @RequestBody Reason reason) {
    desk.decline(benefit, person, text(reason.reason()), Caller.now());
  }

  private static String text(@Nullable String given) {
    return Objects.requireNonNullElse(given, "");
  }

  record OptOut(@Nullable Boolean out) {}

  record Asked(@Nullable String benefit, @Nullable String division, @Nullable String purpose) {}

  record Reason(@Nullable String reason) {}

  record Confirmed(
      @Nullable String service,
      @Nullable JsonNode answers,
      FilingRequest.@Nullable Person person) {}
}
