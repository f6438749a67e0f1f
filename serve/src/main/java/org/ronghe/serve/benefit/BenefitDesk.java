package org.ronghe.serve.benefit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.Filing;
import org.ronghe.serve.filing.FilingRequest;
import org.ronghe.serve.filing.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 免申即享: the department confirms or declines those found before they asked; a confirmation opens
/// the case. Each person is decided once for each benefit.
@Component
public class BenefitDesk {
  private final BenefitShelf shelf;
  private final PeopleRegister register;
  private final Neighbours neighbours;
  private final OptOuts optOuts;
  private final CatalogueRoom room;
  private final Filing filing;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final JdbcClient database;

  BenefitDesk(
      BenefitShelf shelf,
      PeopleRegister register,
      Neighbours neighbours,
      OptOuts optOuts,
      CatalogueRoom room,
      Filing filing,
      Audit audit,
      TransactionTemplate transaction,
      JdbcClient database) {
    this.shelf = shelf;
    this.register = register;
    this.neighbours = neighbours;
    this.optOuts = optOuts;
    this.room = room;
    this.filing = filing;
    this.audit = audit;
    this.transaction = transaction;
    this.database = database;
  }

  /// Village helpers: who of the own village may be entitled to something.
  public Neighbours.Look neighbours(String benefit, String purpose, Caller caller) {
    return neighbours.look(
        Benefit.Viewer.HELPER, ownVillage(caller), benefit, purpose, caller.account());
  }

  /// On the person's word: they are not looked at any more.
  public void optOut(String person, Caller caller) {
    String village = ownVillage(caller);
    if (!register.person(person).cell().village().equals(village)) {
      throw Problem.notFound(
          "no-person", "本村没有 " + person, "There is no " + person + " in this village.");
    }
    optOuts.put(person, true, caller.account());
  }

  private String ownVillage(Caller caller) {
    return register
        .villageOf(caller.outlet())
        .orElseThrow(() ->
            Problem.conflict(
                "no-village",
                "您的账号没有写明在哪个村，请管理员补上办事点。",
                "Your account names no village; ask the administrator to set its outlet."));
  }

  /// The benefits whose lists the caller's department may see, with the clause.
  public List<Neighbours.Basis> ofDepartment(Caller caller) {
    return shelf.rules().stream()
        .map(BenefitRules::benefit)
        .filter(one -> one.sight(Benefit.Viewer.DEPARTMENT).isPresent() && isOwn(one, caller))
        .map(one -> Neighbours.basis(one, Benefit.Viewer.DEPARTMENT))
        .toList();
  }

  private boolean isOwn(Benefit benefit, Caller caller) {
    return room.current().stream()
        .filter(one -> one.id().equals(benefit.service()))
        .anyMatch(one ->
            caller.department().equals(Caller.ALL_DEPARTMENTS)
                || caller.department().equals(one.department()));
  }

  /// The department's list of one benefit in a township or village, with what was decided.
  public FoundList found(String benefit, String division, String purpose, Caller caller) {
    refuseForeign(benefit, caller);
    if (!division.matches("\\d{9}(\\d{3})?") || !division.startsWith(register.county())) {
      throw Problem.badRequest(
          "division", "请选一个乡镇或村。", "Choose a township or village of the county.");
    }
    Neighbours.Look look =
        neighbours.look(Benefit.Viewer.DEPARTMENT, division, benefit, purpose, caller.account());
    Map<String, Decided> decided = decided(benefit);
    List<Row> rows = new ArrayList<>();
    look.people().forEach(one -> rows.add(new Row(one, decided.get(one.person()))));
    return new FoundList(look, rows);
  }

  private Map<String, Decided> decided(String benefit) {
    return database
        .sql("select person, state, case_number, reason from serve.benefit_found where benefit = ?")
        .param(benefit)
        .query((row, _) ->
            Map.entry(
                row.getString("person"),
                new Decided(
                    row.getString("state"), row.getString("case_number"), row.getString("reason"))))
        .list()
        .stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, HashMap::new));
  }

  /// Opens the case of somebody who wants it, once: the same request again gives the same case.
  public Receipt confirm(String benefit, String person, FilingRequest request, Caller caller) {
    String service = refuseForeign(benefit, caller);
    register.person(person);
    if (!request.subject().equals(service)) {
      throw Problem.badRequest(
          "service", "这项待遇的事项是 " + service, "The service of this benefit is " + service + ".");
    }
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          decide(benefit, person, new Decided("confirmed", null, ""), caller);
          Receipt receipt = filing.file(request, caller);
          database
              .sql(
                  "update serve.benefit_found set case_number = ? where benefit = ? and person = ?")
              .params(List.of(receipt.number(), benefit, person))
              .update();
          return receipt;
        }));
  }

  /// The person does not want it, or the register was wrong.
  public void decline(String benefit, String person, String reason, Caller caller) {
    refuseForeign(benefit, caller);
    register.person(person);
    if (reason.isBlank() || reason.length() > 500) {
      throw Problem.badRequest(
          "reason", "请写明原因（500 字以内）。", "Give the reason (up to 500 characters).");
    }
    transaction.executeWithoutResult(
        _ -> decide(benefit, person, new Decided("declined", null, reason.strip()), caller));
  }

  /// Whoever comes second waits for the first and hears what was decided.
  private void decide(String benefit, String person, Decided decided, Caller caller) {
    int added =
        database
            .sql(
                """
                insert into serve.benefit_found (benefit, person, state, case_number, reason, by_user)
                values (:benefit, :person, :state, :number, :reason, :by)
                on conflict (benefit, person) do nothing
                """)
            .param("benefit", benefit)
            .param("person", person)
            .param("state", decided.state())
            .param("number", decided.number())
            .param("reason", decided.reason())
            .param("by", caller.account())
            .update();
    if (added == 0) {
      throw alreadyDecided(decided(benefit).get(person));
    }
    audit.record(caller.account(), "benefit-" + decided.state(), person, benefit);
  }

  private static Problem alreadyDecided(@Nullable Decided now) {
    Problem problem =
        Problem.conflict("already-decided", "这个人的这项待遇已经处理过。", "This was decided before.");
    problem.getBody().setProperty("decided", now);
    return problem;
  }

  /// The service of the benefit; refused to all but the clerks of its department.
  private String refuseForeign(String id, Caller caller) {
    Benefit benefit = shelf.benefit(id).benefit();
    String service = benefit.service();
    if (service == null) {
      throw Problem.notFound("no-service", "这项待遇没有对应的事项。", "No service is filed for this benefit.");
    }
    if (!isOwn(benefit, caller)) {
      throw Problem.forbidden(
          "other-department", "这项待遇归别的部门。", "This benefit belongs to another department.");
    }
    return service;
  }

  /// @param state `confirmed` or `declined`
  /// @param number of the case; null when declined
  public record Decided(String state, @Nullable String number, String reason) {}

  /// One of the list, and what was decided; null while nothing was.
  public record Row(Neighbours.Found found, @Nullable Decided decided) {}

  public record FoundList(Neighbours.Look look, List<Row> rows) {}
}
