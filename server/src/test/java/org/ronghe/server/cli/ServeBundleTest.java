package org.ronghe.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// `./ronghe serve bundle`, and what the shipped catalogue must hold.
class ServeBundleTest {
  private static final Path SERVICES = Path.of("../packs/services");

  private static Typed bundle(String... words) {
    List<String> all = new ArrayList<>(List.of("serve", "bundle"));
    all.addAll(
        List.of("--services", SERVICES.toString(), "--calendars", "../packs/calendar", "--json"));
    all.addAll(List.of(words));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return new Typed(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
  }

  private static JsonNode plan(String... words) {
    Typed typed = bundle(words);
    assertThat(typed.exit()).as(typed.err()).isZero();
    return Terminal.JSON.readTree(typed.out());
  }

  @Test
  void A01_the_catalogue_has_thirty_services_and_the_bundles_asked_for() throws IOException {
    Catalogue catalogue = Catalogues.read(SERVICES);
    assertThat(catalogue.services()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(catalogue.bundles().stream().map(Bundle::id))
        .contains("newborn", "enterprise-start", "retirement", "after-death", "road-excavation");
    assertThat(catalogue.services())
        .allSatisfy(service -> {
          assertThat(service.examples()).as(service.id()).isNotEmpty();
          assertThat(service.sources()).as(service.id()).isNotEmpty();
        });
  }

  @Test
  void A02_each_bundle_asks_nothing_twice_and_brings_nothing_a_step_gives() throws IOException {
    for (Bundle bundle : Catalogues.read(SERVICES).bundles()) {
      JsonNode plan = plan(bundle.id(), "--from", "2026-03-02");
      Set<String> seen = new HashSet<>();
      for (JsonNode question : plan.path("form")) {
        assertThat(seen.add(question.path("element").asString())).as(bundle.id()).isTrue();
      }
      for (JsonNode paper : plan.path("materials")) {
        assertThat(paper.path("how").asString().equals("produced"))
            .isEqualTo(!paper.path("producedBy").isNull());
      }
      JsonNode gain = plan.path("gain");
      for (String measure : List.of("fields", "materials", "visits", "steps", "days")) {
        assertThat(gain.path(measure).path("after").asInt())
            .as(bundle.id() + " " + measure)
            .isLessThanOrEqualTo(gain.path(measure).path("before").asInt());
      }
    }
  }

  @Test
  void B01_a_newborn_is_registered_before_it_is_insured_and_insured_before_it_pays() {
    JsonNode plan = plan("newborn", "--from", "2026-03-02");
    List<String> order = new ArrayList<>();
    plan.path("order").forEach(one -> order.add(one.asString()));
    assertThat(order)
        .containsSubsequence(
            "birth-certificate",
            "birth-registration",
            "resident-insurance-newborn",
            "insurance-contribution");
    assertThat(plan.path("published").toString()).contains("青海省", "32", "16");
  }

  @Test
  void B02_the_joint_promise_is_a_date_of_the_calendar() {
    JsonNode promise = plan("enterprise-start", "--from", "2026-09-30").path("promise");
    assertThat(promise.path("workingDays").asInt()).isEqualTo(2);
    assertThat(promise.path("due").asString()).isEqualTo("2026-10-09");
    JsonNode late = plan("newborn", "--from", "2026-12-28").path("promise");
    assertThat(late.path("due").isNull()).isTrue();
    assertThat(late.path("noCalendarOf").asInt()).isEqualTo(2027);
  }

  @Test
  void C01_what_is_left_out_is_gone() {
    JsonNode plan = plan("newborn", "--without", "maternity-reimbursement,parenting-guidance");
    assertThat(plan.path("services")).hasSize(7);
    assertThat(plan.path("materials").toString()).doesNotContain("medical-invoice");
  }

  @Test
  void D01_unknown_names_are_refused_with_a_guess() {
    Typed typed = bundle("newborm");
    assertThat(typed.exit()).isEqualTo(Commands.REFUSED);
    assertThat(typed.err()).contains("newborn", "after-death");
    assertThat(bundle("newborn", "--without", "nothing").exit()).isEqualTo(Commands.REFUSED);
    assertThat(bundle().exit()).isEqualTo(CommandLine.ExitCode.USAGE);
  }

  private record Typed(int exit, String out, String err) {}
}
