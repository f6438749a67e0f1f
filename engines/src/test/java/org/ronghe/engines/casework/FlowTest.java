package org.ronghe.engines.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Service;

/// The token game of drawn paths. A01–A04 play what other engines' own tests state of BPMN 2.0
/// (Flowable's ParallelGatewayTest, Activiti's BoundaryTimerEventTest: which tasks are open after
/// which), with names of ours.
class FlowTest {
  private static final String REVIEWED =
      """
      ( -> accept
      accept -> +fork
      +fork -> roads
      +fork -> police
      roads -> +join
      police -> +join
      +join -> decide
      decide -> deliver
      deliver -> )
      """;

  private static List<String> open(Service service, String... done) {
    return Marking.of(Objects.requireNonNull(service.flow()), new HashSet<>(Arrays.asList(done)))
        .tasks()
        .stream()
        .map(Flow.Task::id)
        .toList();
  }

  private static List<String> wrong(String lines) {
    return FlowProof.of(DrawnPath.of(lines)).stream()
        .map(found -> found.element() + ": " + found.why().en())
        .toList();
  }

  @Test
  void A01_a_fork_opens_both_and_the_join_waits_for_both() {
    Service order =
        DrawnPath.of(
            """
            ( -> +fork
            +fork -> receive payment
            +fork -> ship order
            receive payment -> +join
            ship order -> +join
            +join -> archive order
            archive order -> )
            """);
    assertThat(open(order)).containsExactly("receive payment", "ship order");
    assertThat(open(order, "receive payment")).containsExactly("ship order");
    assertThat(open(order, "ship order")).containsExactly("receive payment");
    assertThat(open(order, "receive payment", "ship order")).containsExactly("archive order");
    assertThat(open(order, "receive payment", "ship order", "archive order")).isEmpty();
  }

  @Test
  void A02_an_unbalanced_fork_is_joined_in_two_places() {
    Service order =
        DrawnPath.of(
            """
            ( -> +fork
            +fork -> task 1
            +fork -> task 2
            +fork -> task 3
            task 1 -> +first join
            task 2 -> +first join
            +first join -> task 4
            task 3 -> +second join
            task 4 -> +second join
            +second join -> )
            """);
    assertThat(open(order)).containsExactly("task 1", "task 2", "task 3");
    assertThat(open(order, "task 1")).containsExactly("task 2", "task 3");
    assertThat(open(order, "task 1", "task 2")).containsExactly("task 3", "task 4");
    Marking end =
        Marking.of(
            Objects.requireNonNull(order.flow()), Set.of("task 1", "task 2", "task 3", "task 4"));
    assertThat(end.quiet()).isTrue();
    assertThat(end.ended()).isEqualTo(1);
  }

  @Test
  void A03_a_timer_on_the_edge_takes_its_task_away_when_it_fires() {
    Service order =
        DrawnPath.of(
            """
            ( -> first line
            first line -> ?closed
            first line@4 -> second line
            second line -> ?closed
            ?closed -> )
            """);
    assertThat(open(order)).containsExactly("first line");
    assertThat(open(order, "first line@4")).containsExactly("second line");
    // done in time: the timer is gone with it
    Marking done = Marking.of(Objects.requireNonNull(order.flow()), Set.of("first line"));
    assertThat(done.timers()).isEmpty();
    assertThat(done.ended()).isEqualTo(1);
  }

  @Test
  void A04_a_timer_by_itself_holds_its_way_only() {
    Service order =
        DrawnPath.of(
            """
            ( -> +fork
            +fork -> @2
            +fork -> work
            @2 -> +join
            work -> +join
            +join -> after
            after -> )
            """);
    assertThat(open(order)).containsExactly("work");
    assertThat(open(order, "work")).isEmpty();
    assertThat(open(order, "@2")).containsExactly("work");
    assertThat(open(order, "work", "@2")).containsExactly("after");
  }

  @Test
  void A05_a_choice_opens_one_way_only() {
    Service order =
        DrawnPath.of(
            """
            ( -> ?which
            ?which -> long way
            ?which -> short way
            long way -> ?met
            short way -> ?met
            ?met -> )
            """);
    assertThat(open(order)).isEmpty();
    assertThat(open(order, "?which>long way")).containsExactly("long way");
    assertThat(open(order, "?which>short way")).containsExactly("short way");
  }

  @Test
  void B01_what_is_sound_is_let_through() {
    assertThat(wrong(REVIEWED)).isEmpty();
    assertThat(wrong(REVIEWED.replace("roads -> +join", "roads -> @5\n@5 -> +join"))).isEmpty();
    assertThat(
            wrong(
                REVIEWED.replace(
                    "police -> +join", "police -> ?met\npolice@3 -> ?met\n?met -> +join")))
        .isEmpty();
  }

  @Test
  void B02_a_circle_is_refused() {
    assertThat(wrong(REVIEWED.replace("police -> +join", "police -> +fork")))
        .containsExactly("path: The path goes in a circle.");
  }

  @Test
  void B03_a_join_that_waits_for_ever_is_refused() {
    String choice = REVIEWED.replace("+fork", "?fork");
    assertThat(wrong(choice)).anyMatch(line -> line.startsWith("+join: This join can wait"));
  }

  @Test
  void B04_ways_that_meet_without_a_join_are_refused() {
    assertThat(wrong(REVIEWED.replace("+join", "?join")))
        .anyMatch(line -> line.startsWith("?join: Parallel ways come here without a join"));
  }

  @Test
  void B05_a_decision_beside_a_review_is_refused() {
    String early =
        REVIEWED
            .replace("police -> +join", "police -> decide")
            .replace("+join -> decide", "+join -> deliver")
            .replace("decide -> deliver", "decide -> +join");
    assertThat(wrong(early)).anyMatch(line -> line.contains("run alone"));
  }

  @Test
  void B06_two_ends_are_refused_when_both_are_come_to() {
    assertThat(wrong(REVIEWED.replace("police -> +join", "police -> )two")))
        .anyMatch(line -> line.contains("come to the end once, not 2 times"));
  }

  @Test
  void B07_time_cannot_run_before_acceptance_or_after_the_decision() {
    assertThat(wrong(REVIEWED.replace("( -> accept", "( -> @2\n@2 -> accept")))
        .anyMatch(line -> line.startsWith("@2: Timers and choices come after acceptance"));
    assertThat(wrong(REVIEWED.replace("decide -> deliver", "decide -> @2\n@2 -> deliver")))
        .anyMatch(line -> line.startsWith("@2: Timers come before the decision"));
  }

  @Test
  void B08_stages_that_go_back_are_refused() {
    assertThat(
            wrong(
                REVIEWED
                    .replace("+join -> decide", "+join -> deliver")
                    .replace("decide -> deliver", "decide -> )")
                    .replace("deliver -> )", "deliver -> decide")))
        .anyMatch(line -> line.startsWith("decide: The stages are not in their order"));
  }

  @Test
  void C01_a_case_goes_through_its_reviews_side_by_side() {
    Service service = DrawnPath.of(REVIEWED);
    LocalDate day = LocalDate.of(2026, 3, 2);
    List<CaseEvent> events =
        new ArrayList<>(List.of(CaseEvent.of(Verb.FILE, day), CaseEvent.of(Verb.ACCEPT, day)));
    assertThat(CaseState.of(service, events).status()).isEqualTo(Status.IN_REVIEW);
    assertThat(CaseState.of(service, events).allowed())
        .contains(Verb.REVIEW)
        .doesNotContain(Verb.APPROVE);
    events.add(CaseEvent.of(Verb.REVIEW, day, "police"));
    assertThat(CaseState.of(service, events).open())
        .extracting(step -> step.id())
        .containsExactly("roads");
    events.add(CaseEvent.of(Verb.REVIEW, day, "roads"));
    assertThat(CaseState.of(service, events).allowed()).contains(Verb.APPROVE);
    events.add(CaseEvent.of(Verb.APPROVE, day));
    assertThat(CaseState.of(service, events).status()).isEqualTo(Status.ISSUED);
    events.add(CaseEvent.of(Verb.DELIVER, day));
    assertThat(CaseState.of(service, events).status()).isEqualTo(Status.DELIVERED);
  }

  @Test
  void C02_in_whatever_order_it_happens_it_comes_to_the_same() {
    Service service =
        DrawnPath.of(
            """
            ( -> accept
            accept -> +fork
            +fork -> a
            +fork -> b
            +fork -> c
            a -> @3
            @3 -> +join
            b -> ?met
            b@2 -> ?met
            ?met -> +join
            c -> +inner
            +inner -> d
            +inner -> e
            d -> +outer
            e -> +outer
            +outer -> +join
            +join -> decide
            decide -> deliver
            deliver -> )
            """);
    assertThat(FlowProof.of(service)).isEmpty();
    Flow flow = Objects.requireNonNull(service.flow());
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Set<String> done = new HashSet<>();
      Marking marking = Marking.of(flow, done);
      int moves = 0;
      while (!marking.quiet()) {
        List<String> next = new ArrayList<>();
        marking.tasks().forEach(task -> next.add(task.id()));
        marking.timers().forEach(timer -> next.add(timer.id()));
        assertThat(done.contains("decide")).isEqualTo(next.equals(List.of("deliver")));
        done.add(next.get(random.nextInt(next.size())));
        marking = Marking.of(flow, done);
        moves++;
      }
      assertThat(marking.ended()).isEqualTo(1);
      assertThat(marking.half()).isEmpty();
      // accept, a, its timer, b or its timer, c, d, e, decide, deliver
      assertThat(moves).isEqualTo(9);
    }
  }
}
