package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.casework.CaseEvent;
import org.ronghe.engines.casework.CaseState;
import org.ronghe.engines.casework.CaseTimes;
import org.ronghe.engines.casework.Migration;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.service.Header;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.model.service.Step;
import org.ronghe.sources.calendar.CalendarReader;
import org.ronghe.sources.service.CatalogueReader;

/// 从旧兼有利: whatever the two versions say and whatever happens afterwards, a case that moves is never
/// due later nor asked for more paper.
class MigrationLawsTest {
  private static final LocalDate FILED = LocalDate.of(2026, 3, 2);
  private static Service base;
  private static WorkCalendar calendar;

  @BeforeAll
  static void read() throws IOException {
    base =
        CatalogueReader.read(Path.of("../packs/services"))
            .catalogue()
            .service(new ServiceKey("family-registration", "1"))
            .orElseThrow();
    calendar = CalendarReader.read(Path.of("../packs/calendar")).calendar();
  }

  /// The shipped service with other days, fewer or other papers, and maybe a step less or more.
  private static Service random(Random random, String version) {
    Map<String, String> header = new TreeMap<>(base.header().fields());
    int legal = 5 + random.nextInt(4) * 5;
    header.put("anticipate_day", String.valueOf(legal));
    header.put("promise_day", String.valueOf(1 + random.nextInt(legal)));
    String type = random.nextInt(6) == 0 ? "自然日" : "工作日";
    header.put("anticipate_type", type);
    header.put("promise_type", type);
    List<Material> materials = new ArrayList<>(base.materials());
    materials.removeIf(_ -> random.nextInt(4) == 0);
    List<Step> path = new ArrayList<>(base.path());
    if (random.nextInt(4) == 0) {
      path.add(
          1,
          new Step(
              "extra", Step.Stage.REVIEW, base.name(), "REVIEWER", base.department(), 1, null));
    }
    return new Service(
        new ServiceKey(base.id(), version),
        base.name(),
        base.summary(),
        base.effectiveFrom(),
        null,
        base.department(),
        new Header(header),
        base.lifeEvents(),
        base.keywords(),
        base.conditions(),
        base.form(),
        materials,
        base.inputs(),
        base.outputs(),
        path,
        null,
        base.fees(),
        base.outlets(),
        Service.OldCases.MIGRATE,
        null,
        null,
        null,
        base.sources(),
        base.cited(),
        List.of());
  }

  private static Answers answered() {
    Map<String, Object> all = new HashMap<>();
    base.form().questions().forEach(question -> all.put(question.element(), "x"));
    return new Answers(all);
  }

  private static void go(Service service, List<CaseEvent> events, Random random, int most) {
    LocalDate day = events.isEmpty() ? FILED : events.getLast().on();
    for (int i = 0; i < most; i++) {
      day = day.plusDays(random.nextInt(3));
      if (events.isEmpty()) {
        events.add(CaseEvent.of(Verb.FILE, day));
        continue;
      }
      List<Verb> verbs =
          CaseState.of(service, events).allowed().stream()
              .filter(verb ->
                  switch (verb) {
                    case RETURN, CORRECT, ACCEPT, SUSPEND, RESUME, REVIEW, EXTEND, APPROVE -> true;
                    default -> false;
                  })
              .toList();
      if (verbs.isEmpty()) {
        return;
      }
      Verb verb = verbs.get(random.nextInt(verbs.size()));
      events.add(
          new CaseEvent(verb, day, "", "", verb == Verb.SUSPEND ? "TESTING" : "", true, List.of()));
    }
  }

  private static Set<String> papers(Service service) {
    return service.materials().stream().map(Material::id).collect(Collectors.toSet());
  }

  @Test
  void A01_a_case_that_moves_is_never_due_later_nor_asked_for_more() {
    int moved = 0;
    int stayed = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      Random random = new Random(seed);
      Service older = random(random, "1");
      Service newer = random(random, "2");
      List<CaseEvent> events = new ArrayList<>();
      go(older, events, random, 1 + random.nextInt(4));
      LocalDate day = events.getLast().on();
      Migration.Judged judged = Migration.judge(older, newer, events, answered(), day);
      if (!judged.moves()) {
        stayed++;
        assertThat(judged.against()).isNotEmpty();
        continue;
      }
      moved++;
      assertThat(judged.gains()).as("seed %s", seed).isNotEmpty();
      assertThat(papers(older)).as("seed %s", seed).containsAll(papers(newer));
      List<CaseEvent> after = new ArrayList<>(events);
      after.add(CaseEvent.of(Verb.MIGRATE, day));
      assertThat(CaseState.of(newer, after).status())
          .isEqualTo(CaseState.of(older, events).status());
      never_later(older, newer, events, after, random, seed);
    }
    assertThat(moved).isGreaterThan(100);
    assertThat(stayed).isGreaterThan(100);
  }

  /// The same things happen on; the newer version's days are the same or earlier throughout.
  private static void never_later(
      Service older,
      Service newer,
      List<CaseEvent> stays,
      List<CaseEvent> moves,
      Random random,
      int seed) {
    for (int i = 0; i < 6; i++) {
      LocalDate asOf = stays.getLast().on();
      LocalDate before = due(older, stays, asOf);
      LocalDate after = due(newer, moves, asOf);
      if (before != null && after != null) {
        assertThat(after).as("seed %s after %s", seed, moves).isBeforeOrEqualTo(before);
      }
      int had = stays.size();
      go(older, stays, random, 1);
      boolean both =
          stays.size() > had
              && CaseState.of(newer, moves).allowed().contains(stays.getLast().verb());
      if (!both) {
        return;
      }
      moves.add(stays.getLast());
    }
  }

  private static @org.jspecify.annotations.Nullable LocalDate due(
      Service service, List<CaseEvent> events, LocalDate asOf) {
    Status status = CaseState.of(service, events).status();
    return status.isClosed()
        ? null
        : CaseTimes.read(service, calendar, events, asOf).due().orElse(null);
  }
}
