package org.ronghe.serve.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.engines.rule.benefit.SyntheticPerson;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.model.pack.Words;
import org.ronghe.office.audit.AuditQueue;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.stereotype.Component;

/// People who may be entitled to something they do not receive, for those the law lets look: a
/// village helper in the own village, the department of the benefit's service. Nobody else is
/// listed, nothing else of them is shown, who opted out is left out, and every look is audited with
/// its purpose.
@Component
public class Neighbours {
  /// People shown at once.
  static final int MOST = 200;

  private static final int BAND_years = 5;
  private final BenefitShelf shelf;
  private final PeopleRegister register;
  private final OptOuts optOuts;
  private final AuditQueue audit;
  private final CatalogueRoom room;

  Neighbours(
      BenefitShelf shelf,
      PeopleRegister register,
      OptOuts optOuts,
      AuditQueue audit,
      CatalogueRoom room) {
    this.shelf = shelf;
    this.register = register;
    this.optOuts = optOuts;
    this.audit = audit;
    this.room = room;
  }

  /// Looks in a division for those who may be entitled.
  ///
  /// @param only id of one benefit; empty for all that `viewer` may see
  /// @param purpose why, in the looker's words; kept in the audit
  Look look(Benefit.Viewer viewer, String division, String only, String purpose, String by) {
    if (purpose.strip().length() < 2 || purpose.length() > 200) {
      throw Problem.badRequest(
          "purpose", "请写明为什么查看（2 到 200 个字）。", "Say why you look (2 to 200 characters).");
    }
    List<BenefitRules> seen = seen(viewer, only);
    List<SyntheticPerson> people = register.livingIn(division);
    Set<String> out = optOuts.among(people.stream().map(SyntheticPerson::id).toList());
    List<Found> found = new ArrayList<>();
    int more = 0;
    for (BenefitRules rules : seen) {
      BenefitRules.Figures figures = rules.figures(room.today(), register.county());
      Benefit.Sight sight = rules.benefit().sight(viewer).orElseThrow();
      for (SyntheticPerson person : people) {
        if (!out.contains(person.id()) && mayBe(rules, figures, person)) {
          if (found.size() < MOST) {
            found.add(found(rules, sight, person));
          } else {
            more++;
          }
        }
      }
    }
    audit.record(
        by,
        "benefit-look",
        division,
        purpose.strip()
            + " | "
            + String.join(" ", seen.stream().map(one -> one.benefit().id()).toList())
            + " | "
            + String.join(" ", found.stream().map(Found::person).distinct().toList()));
    return new Look(
        PeopleRegister.LABEL,
        division,
        room.today(),
        seen.stream().map(one -> basis(one.benefit(), viewer)).toList(),
        found,
        more);
  }

  /// The benefits `viewer` has a basis for; refused when one without is asked for by name.
  private List<BenefitRules> seen(Benefit.Viewer viewer, String only) {
    if (only.isEmpty()) {
      return shelf.rules().stream().filter(one -> one.benefit().sight(viewer).isPresent()).toList();
    }
    BenefitRules one = shelf.benefit(only);
    if (one.benefit().sight(viewer).isEmpty()) {
      throw Problem.forbidden(
          "no-basis", "没有法律依据可以这样查看这项待遇。", "No law allows this look at this benefit.");
    }
    return List.of(one);
  }

  private static boolean mayBe(
      BenefitRules rules, BenefitRules.Figures figures, SyntheticPerson person) {
    return figures.missing().isEmpty()
        && !person.receives().contains(rules.benefit().id())
        && Boolean.TRUE.equals(rules.eligible(person.known(), figures));
  }

  private static Found found(BenefitRules rules, Benefit.Sight sight, SyntheticPerson person) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (String field : sight.fields()) {
      shown.put(field, field.equals("age") ? band(person.age()) : text(person.known().get(field)));
    }
    return new Found(person.id(), person.cell().village(), rules.benefit().id(), shown);
  }

  /// 80–84 for 82: the day of birth is nobody's business.
  static String band(int age) {
    int from = age / BAND_years * BAND_years;
    return from + "–" + (from + BAND_years - 1);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  static Basis basis(Benefit benefit, Benefit.Viewer viewer) {
    Benefit.Sight sight = benefit.sight(viewer).orElseThrow();
    return new Basis(
        benefit.id(),
        benefit.name(),
        sight.basis(),
        sight.source() == null,
        sight.fields(),
        Optional.ofNullable(benefit.service()).orElse(""));
  }

  /// What one look shows.
  ///
  /// @param label says that the people are synthetic
  /// @param bases what was looked for, and by which law
  /// @param more how many were found beyond those shown
  public record Look(
      String label,
      String division,
      LocalDate on,
      List<Basis> bases,
      List<Found> people,
      int more) {}

  /// @param example the clause was not compared with its source (示例)
  public record Basis(
      String benefit,
      Words name,
      Words basis,
      boolean example,
      List<String> fields,
      String service) {}

  /// Somebody who may be entitled, as far as the law lets the looker see.
  public record Found(String person, String division, String benefit, Map<String, String> shown) {}
}
