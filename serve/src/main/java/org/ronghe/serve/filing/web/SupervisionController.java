package org.ronghe.serve.filing.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.Complaints;
import org.ronghe.serve.filing.Ratings;
import org.ronghe.serve.filing.Scores;
import org.ronghe.serve.filing.Supervision;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The supervisor's board.
@RestController
@RequestMapping("/api/v1/serve/supervision")
@PreAuthorize("hasRole('SUPERVISOR')")
class SupervisionController {
  private final Supervision supervision;
  private final Scores scores;
  private final Ratings ratings;
  private final Complaints complaints;

  SupervisionController(
      Supervision supervision, Scores scores, Ratings ratings, Complaints complaints) {
    this.supervision = supervision;
    this.scores = scores;
    this.ratings = ratings;
    this.complaints = complaints;
  }

  @GetMapping("/scores")
  Scores.Board scores(@RequestParam(defaultValue = "90") int days) {
    if (days < 1 || days > 366) {
      throw Problem.badRequest("days", "天数须在 1 到 366 之间。", "days must be 1 to 366.");
    }
    return scores.board(days);
  }

  @GetMapping("/complaints")
  List<Complaints.Complaint> complaints() {
    return complaints.open();
  }

  @PostMapping("/complaints/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(@PathVariable long id, @RequestBody Answer answer) {
    complaints.answer(id, Objects.requireNonNullElse(answer.answer(), ""), Caller.now());
  }

  @GetMapping
  List<Supervision.Desk> departments() {
    return supervision.departments();
  }

  @GetMapping("/late")
  List<Supervision.Late> late(@RequestParam(required = false) @Nullable String department) {
    return supervision.late(department);
  }

  @GetMapping("/ratings")
  List<Ratings.FollowUp> ratings() {
    return ratings.followUps();
  }

  @PostMapping("/ratings/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(@PathVariable String number, @RequestBody Answer answer) {
    ratings.answer(number, Objects.requireNonNullElse(answer.answer(), ""));
  }

  record Answer(@Nullable String answer) {}
}
