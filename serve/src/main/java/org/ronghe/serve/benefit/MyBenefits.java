package org.ronghe.serve.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.Advice;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.engines.rule.benefit.Entitlement;
import org.ronghe.model.benefit.BenefitField;
import org.ronghe.model.pack.Words;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Residents;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.Licences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// 我能享受什么: what one resident may be entitled to, from what the county knows of them and what they
/// answer now. The answers are not kept.
@Component
public class MyBenefits {
  private final BenefitShelf shelf;
  private final PeopleRegister register;
  private final CatalogueRoom room;
  private final Residents residents;
  private final Licences licences;
  private final OptOuts optOuts;
  private final JdbcClient database;

  MyBenefits(
      BenefitShelf shelf,
      PeopleRegister register,
      CatalogueRoom room,
      Residents residents,
      Licences licences,
      OptOuts optOuts,
      JdbcClient database) {
    this.shelf = shelf;
    this.register = register;
    this.room = room;
    this.residents = residents;
    this.licences = licences;
    this.optOuts = optOuts;
    this.database = database;
  }

  /// Works it out for the caller.
  ///
  /// @param answers by field; a field that is unknown or of another type is refused
  public Answer of(Caller caller, JsonNode answers) {
    Residents.Resident self = self(caller);
    Map<String, @Nullable Object> person = new LinkedHashMap<>();
    List<Known> known = known(self, person);
    shelf.fields().forEach(field -> answer(field, answers, person));
    String division = String.valueOf(person.get("division"));
    List<Mine> benefits = new ArrayList<>();
    for (BenefitRules rules : shelf.rules()) {
      BenefitRules.Figures figures = rules.figures(room.today(), division);
      if (figures.missing().isEmpty()) {
        benefits.add(mine(rules, person, figures, self));
      }
    }
    return new Answer(room.today(), known, asked(person), benefits);
  }

  /// Whether the caller opted out of being looked at.
  public boolean isOut(Caller caller) {
    return optOuts.isOut(OptOuts.nameOf(self(caller).key()));
  }

  public void putOut(Caller caller, boolean out) {
    optOuts.put(OptOuts.nameOf(self(caller).key()), out, caller.account());
  }

  private Residents.Resident self(Caller caller) {
    return residents
        .find(caller.account())
        .orElseThrow(
            () -> Problem.notFound("no-resident", "这不是居民账号。", "This is not a resident's account."));
  }

  /// What the county knows: the birthday in the identity number, and, of a verified resident, the
  /// place of the household a licence names.
  private List<Known> known(Residents.Resident self, Map<String, @Nullable Object> person) {
    List<Known> known = new ArrayList<>();
    String number = self.person().idNumber();
    LocalDate birth =
        LocalDate.of(
            Integer.parseInt(number.substring(6, 10)),
            Integer.parseInt(number.substring(10, 12)),
            Integer.parseInt(number.substring(12, 14)));
    person.put("birth", birth);
    known.add(
        new Known(
            new Words("出生日期", "Date of birth"),
            birth.toString(),
            new Words("身份号码", "the identity number")));
    person.put("division", register.county());
    household(self)
        .ifPresent(code -> {
          person.put("division", code);
          person.put("local_hukou", code.startsWith(register.county()));
          known.add(
              new Known(
                  new Words("户口所在地", "Where the household is registered"),
                  register.division(code).map(one -> one.name()).orElse(code),
                  new Words("电子证照", "an electronic licence")));
        });
    return known;
  }

  private Optional<String> household(Residents.Resident self) {
    if (!self.verified()) {
      return Optional.empty();
    }
    return licences.of(self.account(), self.key()).stream()
        .filter(licence -> !licence.revoked())
        .flatMap(licence -> licence.says().entrySet().stream())
        .filter(said -> said.getKey().endsWith(".householdDivision"))
        .map(said -> String.valueOf(said.getValue()))
        .filter(code -> code.matches("\\d{9,12}"))
        .findFirst();
  }

  private static void answer(
      BenefitField field, JsonNode answers, Map<String, @Nullable Object> person) {
    JsonNode given = answers.path(field.name());
    if (given.isMissingNode() || given.isNull()) {
      return;
    }
    boolean fits =
        switch (field.type()) {
          case BOOLEAN -> given.isBoolean();
          case NUMBER -> given.isNumber();
          case STRING ->
              field.choices().stream().anyMatch(one -> one.value().equals(given.asString()));
        };
    if (!fits) {
      throw Problem.badRequest(
          "answer",
          "“" + field.question().zh() + "”的回答不对。",
          "The answer to “" + field.question().en() + "” is not one of what it may be.");
    }
    person.put(
        field.name(),
        switch (field.type()) {
          case BOOLEAN -> given.asBoolean();
          case NUMBER -> new BigDecimal(given.asString());
          case STRING -> given.asString();
        });
  }

  private Mine mine(
      BenefitRules rules,
      Map<String, @Nullable Object> person,
      BenefitRules.Figures figures,
      Residents.Resident self) {
    Entitlement explained = rules.explain(person, figures);
    Advice advice = rules.advise(person, figures);
    String service = rules.benefit().service();
    return new Mine(
        explained,
        Boolean.FALSE.equals(explained.eligible()) ? changes(advice) : List.of(),
        service == null ? "" : service,
        service == null ? null : filed(service, self));
  }

  /// Of what was answered only: what is not known is asked for instead.
  private List<Change> changes(Advice advice) {
    return advice.changes().stream()
        .filter(change -> change.from() != null)
        .flatMap(change ->
            shelf.fields().stream()
                .filter(field -> change.path().equals("person." + field.name()))
                .map(field -> new Change(field.name(), String.valueOf(change.to()))))
        .toList();
  }

  /// The newest case of the service the resident has; null when there is none.
  private @Nullable String filed(String service, Residents.Resident self) {
    return database
        .sql(
            """
            select number from serve.case_file where service = ? and (applicant = ? or person_key = ?)
              and status not in ('withdrawn', 'refused', 'not-accepted')
            order by filed_at desc limit 1
            """)
        .params(List.of(service, self.account(), self.key()))
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /// The questions some benefit asks and nobody answered yet come first.
  private List<Question> asked(Map<String, @Nullable Object> person) {
    Map<String, Set<String>> wanted = new HashMap<>();
    for (BenefitRules rules : shelf.rules()) {
      rules
          .fields()
          .keySet()
          .forEach(field ->
              wanted.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(rules.benefit().id()));
    }
    return shelf.fields().stream()
        .filter(field -> wanted.containsKey(field.name()))
        .map(field ->
            new Question(
                field,
                List.copyOf(wanted.getOrDefault(field.name(), Set.of())),
                person.get(field.name()) != null))
        .toList();
  }

  /// @param known what the county knew already, and from where
  /// @param questions all that could be asked, with the benefits that ask it
  public record Answer(
      LocalDate on, List<Known> known, List<Question> questions, List<Mine> benefits) {}

  public record Known(Words what, String value, Words from) {}

  public record Question(BenefitField field, List<String> benefits, boolean answered) {}

  /// One benefit, line by line.
  ///
  /// @param wouldChangeIt what would make a no a yes, one answer at a time
  /// @param service that is filed for it; empty where none is
  /// @param filed number of the case the resident has of it; null for none
  public record Mine(
      Entitlement entitlement,
      List<Change> wouldChangeIt,
      String service,
      @Nullable String filed) {}

  /// An answer that would make the difference, as FEEL writes it.
  public record Change(String field, String to) {}
}
