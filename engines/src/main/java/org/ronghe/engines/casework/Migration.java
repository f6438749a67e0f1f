package org.ronghe.engines.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Fee;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.LicenceUse;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Requirement;
import org.ronghe.model.service.Service;

/// Whether a case that began with an older version may go on by a newer one. A new rule reaches
/// back only where it is better for the applicant (从旧兼有利): nothing more may be asked, no limit may
/// be longer, nothing may be lost, and something must be gained. Otherwise it ends by its old
/// rules.
public final class Migration {
  private final Service older;
  private final Service newer;
  private final Answers answers;
  private final LocalDate day;
  private final List<Words> against = new ArrayList<>();
  private final List<Words> gains = new ArrayList<>();

  private Migration(Service older, Service newer, Answers answers, LocalDate day) {
    this.older = older;
    this.newer = newer;
    this.answers = answers;
    this.day = day;
  }

  /// @param events all that happened to the case so far, by the older version
  /// @param answers what was answered
  /// @param day of the move
  public static Judged judge(
      Service older, Service newer, List<CaseEvent> events, Answers answers, LocalDate day) {
    Migration migration = new Migration(older, newer, answers, day);
    migration.stands(events);
    migration.duties();
    migration.limits();
    migration.path(events);
    if (migration.against.isEmpty() && migration.gains.isEmpty()) {
      migration.no("对申请人没有更有利的变化", "nothing in it is better for the applicant");
    }
    return new Judged(migration.gains, migration.against);
  }

  private void stands(List<CaseEvent> events) {
    Status status = CaseState.of(older, events).status();
    boolean open =
        switch (status) {
          case FILED, RETURNED, IN_REVIEW, SUSPENDED -> true;
          case WAITING, APPROVED, ISSUED, NOT_ACCEPTED, DELIVERED, REFUSED, WITHDRAWN -> false;
        };
    if (!open) {
      no(
          "办件在“" + status.words().zh() + "”，不再变更",
          "it is “" + status.words().en() + "” and is not changed any more");
    }
  }

  private void duties() {
    questions();
    materials();
    newer.fees().stream()
        .filter(fee -> applies(fee.when()))
        .filter(fee -> older.fees().stream().noneMatch(old -> covers(old, fee)))
        .forEach(fee ->
            no("多收或提高费用：" + fee.name().zh(), "a fee is added or raised: " + fee.name().en()));
    older.fees().stream()
        .filter(fee -> applies(fee.when()))
        .filter(fee -> newer.fees().stream().noneMatch(one -> one.id().equals(fee.id())))
        .forEach(fee -> yes("不再收费：" + fee.name().zh(), "a fee falls away: " + fee.name().en()));
    Set<String> known =
        older.conditions().stream().map(Requirement::id).collect(Collectors.toSet());
    newer.conditions().stream()
        .filter(condition -> !known.contains(condition.id()))
        .forEach(one -> no("新增条件：" + one.name().zh(), "a condition is added: " + one.name().en()));
    needs();
  }

  private boolean applies(
      org.ronghe.model.service.@org.jspecify.annotations.Nullable AnswerTest test) {
    return test == null || answers.test(test, day) != Answers.Verdict.NO;
  }

  private void questions() {
    for (Form.Question question : newer.form().questions().toList()) {
      boolean wanted = question.required() && applies(question.when());
      if (wanted && answers.get(question.element()).isEmpty()) {
        no("要多填：" + question.element(), "more is asked: " + question.element());
      }
    }
  }

  private void materials() {
    Set<String> before = wanted(older);
    Set<String> after = wanted(newer);
    for (Material material : newer.materials()) {
      if (after.contains(material.id()) && !before.contains(material.id())) {
        no("要多交：" + material.name().zh(), "a document is added: " + material.name().en());
      }
    }
    for (Material material : older.materials()) {
      if (before.contains(material.id()) && !after.contains(material.id())) {
        yes("不用再交：" + material.name().zh(), "no longer wanted: " + material.name().en());
      }
    }
  }

  /// Materials that must be handed in, by id.
  private Set<String> wanted(Service service) {
    return service.materials().stream()
        .filter(material -> material.required() && applies(material.when()))
        .map(Material::id)
        .collect(Collectors.toSet());
  }

  private static boolean covers(Fee older, Fee newer) {
    return older.id().equals(newer.id())
        && newer.amount_yuan().compareTo(older.amount_yuan()) <= 0
        && java.util.Objects.equals(older.per(), newer.per());
  }

  private void needs() {
    Set<String> before = licences(older.inputs());
    newer.inputs().stream()
        .filter(use -> use.required() && !before.contains(use.licence()))
        .forEach(use -> no("要多一份证照：" + use.licence(), "a licence is added: " + use.licence()));
    Set<String> given = licences(newer.outputs());
    older.outputs().stream()
        .filter(use -> !given.contains(use.licence()))
        .forEach(use -> no("少发证照：" + use.licence(), "a licence is lost: " + use.licence()));
  }

  private static Set<String> licences(List<LicenceUse> uses) {
    return uses.stream().map(LicenceUse::licence).collect(Collectors.toSet());
  }

  /// Days of the same kind and no more of them: then no day is later, whatever happens yet.
  private void limits() {
    limit(
        "法定时限",
        "the limit by law",
        older.header().legal_days(),
        newer.header().legal_days(),
        "anticipate_type");
    limit(
        "承诺时限",
        "the promise",
        older.header().promised_days(),
        newer.header().promised_days(),
        "promise_type");
  }

  private void limit(String zh, String en, int before, int after, String type) {
    boolean same = older.header().text(type).equals(newer.header().text(type));
    if (!same || after > before) {
      no(zh + "变长或换了单位", en + " is longer or in other days");
    } else if (after < before) {
      yes(
          zh + "由 " + before + " 缩短到 " + after,
          en + " is shorter: " + after + " instead of " + before);
    }
  }

  /// What happened so far must have been possible in the newer path and come to the same.
  private void path(List<CaseEvent> events) {
    try {
      CaseState before = CaseState.of(older, events);
      CaseState after = CaseState.of(newer, events);
      boolean same =
          before.status() == after.status()
              && ids(before).containsAll(ids(after))
              && after.timers().equals(before.timers());
      if (!same) {
        no("走到的环节在新版里不同", "it would stand at other steps");
      }
    } catch (IllegalArgumentException | java.util.NoSuchElementException _) {
      no("已走过的环节在新版里没有", "steps it has taken are not in the newer path");
    }
  }

  private static Set<String> ids(CaseState state) {
    return state.open().stream().map(step -> step.id()).collect(Collectors.toSet());
  }

  private void no(String zh, String en) {
    against.add(new Words(zh, en));
  }

  private void yes(String zh, String en) {
    gains.add(new Words(zh, en));
  }

  /// What was found.
  ///
  /// @param gains what is better for the applicant
  /// @param against why it stays; empty when it moves
  public record Judged(List<Words> gains, List<Words> against) {
    public Judged {
      gains = List.copyOf(gains);
      against = List.copyOf(against);
    }

    public boolean moves() {
      return against.isEmpty();
    }

    /// The first reason to stay; empty when it moves.
    public Optional<Words> why() {
      return against.stream().findFirst();
    }
  }
}
