package org.ronghe.engines.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Who is called next.
class CallingTest {
  private static final Calling.Rules RULES = Calling.Rules.STANDARD;

  @Test
  void A01_first_come_first_called() {
    assertThat(ids(walk("b", 20), walk("a", 10))).containsExactly("a", "b");
  }

  @Test
  void A02_right_of_way_then_booked_then_walk_in() {
    assertThat(
            ids(
                walk("w", 10),
                new Calling.Waiting("b", "t", false, 20, 30, 0),
                new Calling.Waiting("e", "t", true, 25, -1, 0)))
        .containsExactly("e", "b", "w");
  }

  @Test
  void A03_booked_for_later_or_come_too_late_is_a_walk_in() {
    Calling.Waiting later = new Calling.Waiting("later", "t", false, 20, 90, 0);
    Calling.Waiting late = new Calling.Waiting("late", "t", false, 26, 10, 0);
    assertThat(ids(later, late, walk("w", 10))).containsExactly("w", "later", "late");
  }

  @Test
  void A04_called_and_not_there_goes_back_one_rank() {
    Calling.Waiting passed = new Calling.Waiting("passed", "t", false, 5, -1, 1);
    assertThat(ids(passed, walk("w", 29))).containsExactly("w", "passed");
  }

  @Test
  void A05_a_window_calls_only_what_it_serves() {
    Calling.Waiting tax = new Calling.Waiting("tax", "tax", false, 1, -1, 0);
    assertThat(Calling.next(List.of(tax, walk("w", 9)), List.of("t"), 30, RULES))
        .hasValueSatisfying(next -> assertThat(next.id()).isEqualTo("w"));
    assertThat(Calling.next(List.of(tax), List.of("t"), 30, RULES)).isEmpty();
  }

  /// However many with right of way keep coming, a walk-in is called within three patiences.
  @Property(tries = 50)
  void B01_nobody_waits_for_ever(@ForAll @IntRange(min = 1, max = 5) int every_min) {
    List<Calling.Waiting> queue = new ArrayList<>(List.of(walk("poor", 0)));
    int called_min = -1;
    for (int now = 0; called_min < 0 && now <= 400; now++) {
      if (now % every_min == 0) {
        queue.add(new Calling.Waiting("e" + now, "t", true, now, -1, 0));
      }
      Calling.Waiting next = Calling.next(queue, List.of(), now, RULES).orElseThrow();
      queue.remove(next);
      called_min = next.id().equals("poor") ? now : -1;
    }
    assertThat(called_min).isBetween(0, (int) (3 * RULES.patience_min()));
  }

  @Property(tries = 100)
  void B02_the_order_does_not_depend_on_how_the_queue_is_listed(@ForAll long seed) {
    Random random = new Random(seed);
    List<Calling.Waiting> queue = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      queue.add(
          new Calling.Waiting(
              "t" + i, "t", random.nextBoolean(), random.nextInt(60), random.nextInt(120) - 60, 0));
    }
    List<Calling.Waiting> once = Calling.order(queue, 61, RULES);
    Collections.shuffle(queue, random);
    assertThat(Calling.order(queue, 61, RULES)).isEqualTo(once);
  }

  private static Calling.Waiting walk(String id, double came_min) {
    return new Calling.Waiting(id, "t", false, came_min, -1, 0);
  }

  private static List<String> ids(Calling.Waiting... queue) {
    return Calling.order(List.of(queue), 30, RULES).stream().map(Calling.Waiting::id).toList();
  }
}
