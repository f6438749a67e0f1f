package org.ronghe.serve.filing.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.filing.Action;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.CaseDesk;
import org.ronghe.serve.filing.CaseViews;
import org.ronghe.serve.filing.Filing;
import org.ronghe.serve.filing.Given;
import org.ronghe.serve.filing.LicenceFacts;
import org.ronghe.serve.filing.Payments;
import org.ronghe.serve.filing.Ratings;
import org.ronghe.serve.filing.Receipt;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// File, follow, act.
@RestController
@RequestMapping("/api/v1/serve")
class CaseController {
  private final Filing filing;
  private final CaseDesk desk;
  private final CaseViews views;
  private final Payments payments;
  private final Ratings ratings;
  private final LicenceFacts facts;

  CaseController(
      Filing filing,
      CaseDesk desk,
      CaseViews views,
      Payments payments,
      Ratings ratings,
      LicenceFacts facts) {
    this.filing = filing;
    this.desk = desk;
    this.views = views;
    this.payments = payments;
    this.ratings = ratings;
    this.facts = facts;
  }

  @PostMapping("/cases")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('RESIDENT', 'HELPER', 'CLERK')")
  Receipt file(
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestBody NewCase given) {
    return given.isBundle()
        ? filing.fileBundle(given.request(key), Caller.now())
        : filing.file(given.request(key), Caller.now());
  }

  @GetMapping("/cases")
  @PreAuthorize("hasAnyRole('RESIDENT', 'HELPER', 'CLERK')")
  List<CaseViews.Row> mine() {
    return views.mine(Caller.now());
  }

  @GetMapping("/cases/{number}")
  CaseViews.Story story(@PathVariable String number) {
    return views.story(number, Caller.now()).orElseThrow(() -> unknown(number));
  }

  @PostMapping("/cases/{number}/{verb:[a-z-]+}")
  @PreAuthorize("hasAnyRole('RESIDENT', 'HELPER', 'DESK')")
  Done act(
      @PathVariable String number,
      @PathVariable String verb,
      @RequestBody(required = false) @Nullable Deed deed) {
    Verb known =
        Verb.ofCode(verb)
            .filter(one -> one != Verb.RATE && one != Verb.COMPLAIN)
            .orElseThrow(() ->
                Problem.notFound("no-verb", "没有这个动作：" + verb, "There is no action " + verb + "."));
    Status status = desk.act(number, (deed == null ? Deed.NONE : deed).action(known), Caller.now());
    return new Done(number, status.code(), status.words().zh(), status.words().en());
  }

  @PostMapping("/cases/{number}/rating")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rate(@PathVariable String number, @RequestBody NewRating rating) {
    ratings.rate(
        number,
        rating.level(),
        Objects.requireNonNullElse(rating.channel(), "online"),
        Objects.requireNonNullElse(rating.dimensions(), Map.of()),
        Objects.requireNonNullElse(rating.comment(), ""),
        Caller.now());
  }

  @PostMapping("/cases/{number}/complaints")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void complain(@PathVariable String number, @RequestBody Reason reason) {
    ratings.complain(number, Objects.requireNonNullElse(reason.reason(), ""), Caller.now());
  }

  @PostMapping("/cases/{number}/payments/{fee}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  List<Payments.Payment> pay(@PathVariable String number, @PathVariable String fee) {
    story(number); // refuses those it is not for
    payments.pay(number, fee);
    return payments.of(number);
  }

  /// What the desk is asked when it issues.
  @GetMapping("/cases/{number}/licence-facts")
  @PreAuthorize("hasRole('DESK')")
  LicenceFacts.Wanted licenceFacts(@PathVariable String number) {
    return facts.wanted(number, Caller.now());
  }

  @GetMapping("/inbox")
  @PreAuthorize("hasRole('DESK')")
  List<CaseViews.Task> inbox(
      @RequestParam(required = false) java.time.@Nullable LocalDate dueAfter,
      @RequestParam(defaultValue = "") String after) {
    return views.inbox(Caller.now(), dueAfter, after);
  }

  private static Problem unknown(String number) {
    return Problem.notFound("no-case", "没有办件 " + number, "There is no case " + number + ".");
  }

  record Deed(
      @Nullable String step,
      @Nullable String reason,
      @Nullable List<String> defects,
      @Nullable String kind,
      @Nullable String notice,
      @Nullable String opinion,
      @Nullable JsonNode answers,
      @Nullable Map<String, Given> materials,
      @Nullable Integer events) {
    static final Deed NONE = new Deed(null, null, null, null, null, null, null, null, null);

    Action action(Verb verb) {
      return new Action(
          verb,
          Objects.requireNonNullElse(step, ""),
          Objects.requireNonNullElse(reason, ""),
          Objects.requireNonNullElse(defects, List.of()),
          Objects.requireNonNullElse(kind, ""),
          Objects.requireNonNullElse(notice, ""),
          Objects.requireNonNullElse(opinion, ""),
          answers,
          Objects.requireNonNullElse(materials, Map.of()),
          Objects.requireNonNullElse(events, 0));
    }
  }

  record Done(String number, String status, String zh, String en) {}

  record Reason(@Nullable String reason) {}

  record NewRating(
      int level,
      @Nullable String channel,
      @Nullable Map<String, Integer> dimensions,
      @Nullable String comment) {}
}
