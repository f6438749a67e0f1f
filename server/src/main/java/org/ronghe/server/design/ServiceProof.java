package org.ronghe.server.design;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.CaseEvent;
import org.ronghe.engines.casework.CaseState;
import org.ronghe.engines.casework.CaseTimes;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.casework.Ways;
import org.ronghe.engines.clock.ClockReading;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.form.FormSchema;
import org.ronghe.engines.form.Numbers;
import org.ronghe.engines.rule.eligibility.EligibilityProof;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.ElementType;
import org.ronghe.model.service.Example;
import org.ronghe.model.service.Service;
import org.ronghe.serve.design.Workbench;
import tools.jackson.databind.json.JsonMapper;

/// Plays the examples of every service: the answers fit the form, the conditions are met or not as
/// the example says.
public final class ServiceProof {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Catalogue catalogue;
  private final WorkCalendar calendar;
  private final List<Words> failures = new ArrayList<>();
  private int examples;

  public ServiceProof(Catalogue catalogue, WorkCalendar calendar) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    catalogue.services().forEach(this::play);
  }

  /// What did not come out as an example says; empty when all did.
  public List<Words> failures() {
    return failures;
  }

  /// How many were played.
  public int examples() {
    return examples;
  }

  private void play(Service service) {
    Schema schema =
        schema(FormSchema.forValidation(service.id(), service.form(), catalogue.elements()));
    List<Workbench.Fault> faults = VersionProof.of(service, catalogue.elements());
    faults.forEach(one -> fail(service, line(one, one.why().zh()), line(one, one.why().en())));
    if (!faults.isEmpty()) {
      return;
    }
    EligibilityProof.ofExamples(service, example -> day(service, example))
        .forEach(words -> fail(service, words.zh(), words.en()));
    for (Example example : service.examples()) {
      examples++;
      LocalDate day = day(service, example);
      conditions(service, example, day);
      if (example.refused().isEmpty()) {
        answers(service, example, schema);
        steps(service, example);
      }
    }
  }

  private static String line(Workbench.Fault fault, String why) {
    String value = fault.value().isEmpty() ? "" : " (" + fault.value() + ")";
    return fault.file() + " " + fault.path() + value + ": " + why;
  }

  private static LocalDate day(Service service, Example example) {
    if (example.on() != null) {
      return example.on();
    }
    return example.steps().isEmpty() ? service.effectiveFrom() : example.steps().getFirst().on();
  }

  private void conditions(Service service, Example example, LocalDate day) {
    Answers answers = Answers.of(example.answers());
    List<String> unmet =
        service.conditions().stream()
            .filter(condition ->
                condition.all().stream()
                    .anyMatch(test -> answers.test(test, day) == Answers.Verdict.NO))
            .map(condition -> condition.id())
            .toList();
    if (!unmet.equals(example.refused())) {
      fail(
          service,
          example,
          "不满足的条件是 " + unmet + "，示例说 " + example.refused() + "。",
          "the conditions not met are " + unmet + ", the example says " + example.refused() + ".");
    }
  }

  /// The story, one day after the other: state and due date after each step.
  private void steps(Service service, Example example) {
    List<CaseEvent> events = new ArrayList<>();
    Ways ways = Ways.compile(service, catalogue.elements(), new ArrayList<>());
    Answers answers = Answers.of(example.answers());
    for (Example.Happening step : example.steps()) {
      String at = step.on() + " " + step.verb();
      Optional<Verb> verb = Verb.ofCode(step.verb());
      deem(service, events, step.on(), ways, answers);
      elapse(service, events, step.on(), ways, answers);
      if (verb.isPresent()) {
        boolean possible =
            events.isEmpty()
                ? verb.get() == Verb.FILE
                : CaseState.of(service, events).allowed().contains(verb.get());
        if (!possible) {
          fail(service, example, at + "：此时不能这样做。", at + ": this cannot be done now.");
          return;
        }
        String named = service.step(step.note()).isPresent() ? step.note() : "";
        CaseEvent event = new CaseEvent(verb.get(), step.on(), named, "", "", true, List.of());
        add(service, events, event, ways, answers);
      }
      compare(service, example, at, step, events);
    }
  }

  private void deem(
      Service service, List<CaseEvent> events, LocalDate on, Ways ways, Answers answers) {
    if (!events.isEmpty() && CaseState.of(service, events).status() == Status.FILED) {
      ClockReading before = CaseTimes.read(service, calendar, events, on);
      if (before.deemedAccepted()) {
        add(service, events, CaseEvent.of(Verb.DEEM, on), ways, answers);
      }
    }
  }

  /// Timers of a drawn path that ran out before this day.
  private void elapse(
      Service service, List<CaseEvent> events, LocalDate on, Ways ways, Answers answers) {
    if (events.isEmpty()) {
      return;
    }
    var out = CaseTimes.elapsed(service, calendar, events, on);
    while (out.isPresent()) {
      add(service, events, CaseEvent.of(Verb.ELAPSE, on, out.get().timer().id()), ways, answers);
      out = CaseTimes.elapsed(service, calendar, events, on);
    }
  }

  private static void add(
      Service service, List<CaseEvent> events, CaseEvent event, Ways ways, Answers answers) {
    events.add(events.isEmpty() ? event : ways.told(CaseState.of(service, events), event, answers));
  }

  private void compare(
      Service service, Example example, String at, Example.Happening step, List<CaseEvent> events) {
    String state = events.isEmpty() ? "nothing" : CaseState.of(service, events).status().code();
    if (!state.equals(step.state())) {
      fail(
          service,
          example,
          at + "：状态是 " + state + "，示例说 " + step.state() + "。",
          at + ": the state is " + state + ", the example says " + step.state() + ".");
    }
    if (step.due() != null) {
      String due =
          CaseTimes.read(service, calendar, events, step.on())
              .due()
              .map(LocalDate::toString)
              .orElse("-");
      if (!due.equals(step.due().toString())) {
        fail(
            service,
            example,
            at + "：到期日是 " + due + "，示例说 " + step.due() + "。",
            at + ": it is due " + due + ", the example says " + step.due() + ".");
      }
    }
  }

  private void answers(Service service, Example example, Schema schema) {
    String text = JSON.writeValueAsString(example.answers());
    List<Error> english = errors(schema, text, Locale.ENGLISH);
    List<Error> chinese = errors(schema, text, Locale.SIMPLIFIED_CHINESE);
    for (int i = 0; i < english.size(); i++) {
      fail(
          service,
          example,
          english.get(i).getInstanceLocation() + " " + chinese.get(i).getMessage(),
          english.get(i).getInstanceLocation() + " " + english.get(i).getMessage());
    }
    Answers.of(example.answers())
        .values()
        .forEach((id, value) -> {
          Element element = catalogue.elements().get(id);
          if (element != null && !isRight(element.type(), value)) {
            fail(
                service,
                example,
                id + " 校验位不对：" + value,
                id + " has a wrong check digit: " + value);
          }
        });
  }

  private static boolean isRight(ElementType type, @Nullable Object value) {
    String text = String.valueOf(value);
    if (type == ElementType.ID_NUMBER) {
      return Numbers.isIdentityNumber(text);
    }
    return type != ElementType.CREDIT_CODE || Numbers.isCreditCode(text);
  }

  private static Schema schema(Map<String, Object> form) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JSON.writeValueAsString(form), InputFormat.JSON);
  }

  private static List<Error> errors(Schema schema, String text, Locale locale) {
    return schema.validate(
        text,
        InputFormat.JSON,
        context ->
            context.executionConfig(config -> config.locale(locale).formatAssertionsEnabled(true)));
  }

  private void fail(Service service, Example example, String zh, String en) {
    fail(service, example.id() + "：" + zh, example.id() + ": " + en);
  }

  private void fail(Service service, String zh, String en) {
    String at = service.id() + "/" + service.key().version() + " ";
    failures.add(new Words(at + zh, at + en));
  }
}
