package org.ronghe.engines.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.model.service.Bundle;

/// Bundles from two services that share a question to services that wait for each other for ever.
class BundleEngineTest {
  private static List<String> asked(BundlePlan plan) {
    return plan.form().stream()
        .filter(BundlePlan.Question::asked)
        .map(BundlePlan.Question::element)
        .toList();
  }

  private static List<String> order(BundlePlan plan) {
    return plan.services().stream().map(one -> one.service().id()).toList();
  }

  @Test
  void A01_what_two_services_ask_is_asked_once() {
    BundlePlan plan =
        new Made()
            .service("hukou", "asks p.name", "asks p.address")
            .service("insure", "asks p.name", "asks p.year")
            .plan();
    assertThat(asked(plan)).containsExactly("p.name", "p.address", "p.year");
    assertThat(plan.gains().fields()).isEqualTo(new BundlePlan.Gain(4, 3));
  }

  @Test
  void A02_what_an_earlier_output_carries_is_not_asked() {
    BundlePlan plan =
        new Made()
            .licence("page", "holder.number")
            .service("insure", "asks p.number", "needs page")
            .service("hukou", "asks p.name", "gives page")
            .plan();
    assertThat(order(plan)).containsExactly("hukou", "insure");
    assertThat(asked(plan)).containsExactly("p.name");
    assertThat(plan.form().getLast().filledBy()).isEqualTo("hukou");
  }

  @Test
  void A03_an_output_that_may_not_come_fills_nothing() {
    BundlePlan plan =
        new Made()
            .licence("page", "holder.number")
            .service("insure", "asks p.number", "needs page")
            .service(new Bundle.Part("hukou", true, null), "gives page")
            .plan();
    assertThat(asked(plan)).containsExactly("p.number");
  }

  @Test
  void A04_a_condition_stays_only_where_every_asker_has_one() {
    BundlePlan plan =
        new Made()
            .service("a", "asks p.married", "asks p.spouse if p.married", "asks p.old if p.married")
            .service("b", "asks p.spouse")
            .plan();
    assertThat(plan.form().get(1).when()).isEmpty();
    assertThat(plan.form().get(2).when()).hasSize(1);
  }

  @Test
  void A05_what_an_optional_service_asks_depends_on_choosing_it() {
    BundlePlan plan =
        new Made()
            .service("a", "asks p.name")
            .service(new Bundle.Part("card", true, null), "asks p.photo")
            .plan();
    assertThat(plan.form().getLast().when().getFirst().chosen()).isEqualTo("card");
  }

  @Test
  void B01_a_paper_is_brought_once_and_not_at_all_when_a_step_gives_it() {
    BundlePlan plan =
        new Made()
            .service("hukou", "paper id-card by id", "paper letter", "gives page")
            .service("insure", "paper id-card by id", "paper page by page")
            .plan();
    assertThat(plan.materials().stream().map(one -> one.material().id() + " " + one.way()))
        .containsExactly("id-card LICENCE", "letter BROUGHT", "page PRODUCED");
    assertThat(plan.gains().materials()).isEqualTo(new BundlePlan.Gain(4, 2));
    assertThat(plan.gains().brought()).isEqualTo(new BundlePlan.Gain(1, 1));
  }

  @Test
  void C01_what_waits_for_nothing_runs_side_by_side_and_the_longest_chain_decides() {
    BundlePlan plan =
        new Made()
            .service("licence", "gives licence", "days 1", "of market")
            .service("seal", "needs licence", "days 1", "of police")
            .service("tax", "needs licence", "gives tax", "days 2", "of tax")
            .service("bank", "needs tax", "days 3", "of bank")
            .service("fund", "days 2", "of fund")
            .plan();
    assertThat(plan.waves().stream().map(BundlePlan.Wave::services))
        .containsExactly(List.of("licence", "fund"), List.of("seal", "tax"), List.of("bank"));
    assertThat(plan.waves().get(1).departments()).containsExactly("police", "tax");
    assertThat(plan.criticalPath()).containsExactly("licence", "tax", "bank");
    assertThat(plan.promised_workingDays()).isEqualTo(6);
    assertThat(plan.gains().days()).isEqualTo(new BundlePlan.Gain(9, 6));
    assertThat(plan.services().stream().map(BundlePlan.Planned::slack_workingDays))
        .containsExactly(0, 4, 0, 0, 4);
  }

  @Test
  void D01_a_circle_is_named() {
    BundleAnswer answer =
        new Made()
            .service("free")
            .service("a", "needs x", "gives y")
            .service("b", "needs y", "gives z")
            .service("c", "needs z", "gives x")
            .answer();
    assertThat(answer)
        .isEqualTo(
            new BundleAnswer.Circle(
                List.of(
                    new BundleAnswer.Wait("a", "c", "x"),
                    new BundleAnswer.Wait("c", "b", "z"),
                    new BundleAnswer.Wait("b", "a", "y"))));
  }

  @Test
  void D02_without_one_of_them_there_is_none() {
    Made made = new Made().service("a", "needs x", "gives y").service("b", "needs y", "gives x");
    assertThat(made.answer()).isInstanceOf(BundleAnswer.Circle.class);
    assertThat(order(made.plan("b"))).containsExactly("a");
  }

  @Test
  void D03_a_service_that_renews_what_it_needs_waits_for_nobody() {
    BundlePlan plan =
        new Made()
            .service("a", "needs page", "gives page")
            .service("b", "needs page", "gives page")
            .plan();
    assertThat(plan.waves()).hasSize(1);
  }

  @Test
  void E01_published_figures_are_set_beside_ours_with_a_reason() {
    BundlePlan plan = new Made().service("a", "paper x", "days 4").service("b").plan();
    assertThat(plan.comparisons().stream().map(one -> one.measure() + " " + one.oursAfter()))
        .containsExactly("items 2", "days 4", "materials 1");
    assertThat(plan.comparisons().get(1).en()).contains("9→4 there, 4→4 here", "other services");
  }
}
