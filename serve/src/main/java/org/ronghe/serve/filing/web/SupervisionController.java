package org.ronghe.serve.filing.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.serve.filing.Ratings;
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
  private final Ratings ratings;

  SupervisionController(Supervision supervision, Ratings ratings) {
    this.supervision = supervision;
    this.ratings = ratings;
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
