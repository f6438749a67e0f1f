package org.ronghe.serve.works;

import java.time.LocalDate;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.dig.DigRules;
import org.ronghe.model.measure.Utility;
import org.ronghe.serve.filing.CaseDesk;
import org.ronghe.serve.filing.CaseMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Follows the cases of 占用挖掘道路: what is asked for enters the book of openings in the transaction
/// that files it, and moves with the case.
@Component
class DigCases {
  static final String SERVICE = "dig-permit";
  private static final double WIDTH_m = 1;

  private final CaseDesk cases;
  private final OpeningBook book;
  private final OpeningDesk desk;
  private final DigRules rules;

  DigCases(CaseDesk cases, OpeningBook book, OpeningDesk desk, DigRules rules) {
    this.cases = cases;
    this.book = book;
    this.desk = desk;
    this.rules = rules;
  }

  @EventListener
  void on(CaseMoved moved) {
    if (!moved.service().equals(SERVICE) || moved.status() == Status.WAITING) {
      return;
    }
    if (moved.verb() == Verb.FILE || moved.verb() == Verb.CORRECT) {
      asked(moved).ifPresent(desk::keepAndTell);
    } else {
      stage(moved.status())
          .ifPresent(stage ->
              book.locked(moved.number())
                  .filter(known -> known.stage() != stage && known.counts())
                  .filter(known -> known.stage() != RoadOpening.Stage.OPEN)
                  .ifPresent(known -> book.keep(known.staged(stage, known.phone()))));
    }
  }

  private static Optional<RoadOpening.Stage> stage(Status status) {
    return switch (status) {
      case ISSUED, DELIVERED -> Optional.of(RoadOpening.Stage.PERMITTED);
      case REFUSED, WITHDRAWN, NOT_ACCEPTED -> Optional.of(RoadOpening.Stage.DROPPED);
      case WAITING, FILED, RETURNED, IN_REVIEW, SUSPENDED, APPROVED -> Optional.empty();
    };
  }

  private Optional<RoadOpening> asked(CaseMoved moved) {
    JsonNode answers = cases.answersOf(moved.number());
    JsonNode dig = answers.path("dig");
    Optional<Geometry> shape = Shapes.read(dig.path("shape"));
    String purpose = dig.path("purpose").asString("");
    return shape.map(trench ->
        new RoadOpening(
            moved.number(),
            moved.applicant(),
            answers.path("enterprise").path("name").asString("?"),
            dig.path("road").asString("") + " · " + purpose,
            Utility.ofCode(dig.path("utility").asString("")).orElse(null),
            dig.path("road").asString(""),
            trench,
            WIDTH_m,
            dig.path("depth").asDouble(0),
            LocalDate.parse(dig.path("start").asString()),
            LocalDate.parse(dig.path("end").asString()),
            rules.slack_days(),
            purpose.equals("emergency"),
            RoadOpening.Stage.APPLIED,
            null,
            "",
            book.find(moved.number()).map(known -> known.revision() + 1).orElse(0)));
  }
}
