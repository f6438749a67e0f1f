package org.ronghe.sources.county.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.CompartmentKind;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;
import org.ronghe.sources.county.notice.LinkNotice;
import org.ronghe.sources.county.notice.ValueNotice;

/// 防火分区. The sections of a compartment follow each other, which shows when all are read.
final class SectionRows implements RowReader {
  /// GB 50838-2015, 7.1.6.
  private static final double LONGEST_M = 200;

  /// Chainages are surveyed to the decimetre.
  private static final double TOUCHING_M = 0.1;

  private final Draft draft;
  private final List<Pending> pending = new ArrayList<>();

  SectionRows(Draft draft) {
    this.draft = draft;
  }

  private record Pending(FireSection section, Cells cells) {}

  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = cells.newId(Thing.SECTION);
    String compartment = cells.reference("compartment", Thing.COMPARTMENT);
    long number = cells.whole("number");
    double from_m = cells.notNegative("from_m");
    double to_m = cells.notNegative("to_m");
    if (number < 1 && !cells.row().text("number").isEmpty()) {
      cells.say(ValueNotice.SECTION_NUMBER_NOT_POSITIVE, "number", cells.row().text("number"));
    }
    if (from_m >= to_m) {
      cells.say(LinkNotice.SECTION_REVERSED, "from_m", Numbers.plain(from_m), Numbers.plain(to_m));
    }
    if (cells.isGood()) {
      FireSection section =
          new FireSection(id, compartment, (int) number, from_m, to_m, cells.provenance());
      checkAlone(section, cells);
      pending.add(new Pending(section, cells));
    }
  }

  private void checkAlone(FireSection section, Cells cells) {
    Tunnel tunnel = draft.tunnelOf(section);
    if (tunnel != null) {
      Chainage.check(
          cells, "to_m", section.toChainage_m(), 0, tunnel.length_m(), Thing.TUNNEL, tunnel.id());
    }
    double length_m = section.toChainage_m() - section.fromChainage_m();
    if (length_m > LONGEST_M + TOUCHING_M && isDivided(section)) {
      cells.say(LinkNotice.SECTION_TOO_LONG, "to_m", Numbers.plain(length_m, 1));
    }
  }

  /// The clause names gas compartments and those with power cables; a general one may hold cables.
  private boolean isDivided(FireSection section) {
    Compartment compartment = draft.compartments.get(section.compartmentId());
    CompartmentKind kind = compartment == null ? CompartmentKind.GENERAL : compartment.kind();
    return switch (kind) {
      case GENERAL, POWER, GAS -> true;
      case SEWER, HEAT -> false;
    };
  }

  @Override
  public void finish() {
    Map<String, List<Pending>> byCompartment = new LinkedHashMap<>();
    for (Pending one : pending) {
      if (one.cells.isGood()) {
        byCompartment.computeIfAbsent(one.section.compartmentId(), _ -> new ArrayList<>()).add(one);
      }
    }
    byCompartment.values().forEach(SectionRows::checkOrder);
    for (Pending one : pending) {
      if (one.cells.isGood()) {
        draft.sections.put(one.section.id(), one.section);
      } else {
        draft.known.leaveOut(Thing.SECTION, one.section.id());
      }
    }
  }

  private static void checkOrder(List<Pending> sections) {
    sections.sort(
        Comparator.comparingDouble((Pending one) -> one.section.fromChainage_m())
            .thenComparing(one -> one.section.id()));
    FireSection last = null;
    for (Pending one : sections) {
      FireSection section = one.section;
      if (last != null) {
        double gap_m = section.fromChainage_m() - last.toChainage_m();
        if (gap_m < -TOUCHING_M) {
          one.cells.say(
              LinkNotice.SECTIONS_OVERLAP,
              "from_m",
              last.id(),
              Numbers.plain(last.fromChainage_m()),
              Numbers.plain(last.toChainage_m()));
          continue;
        }
        if (gap_m > TOUCHING_M) {
          one.cells.say(LinkNotice.SECTIONS_GAP, "from_m", last.id(), Numbers.plain(gap_m, 1));
        }
      }
      last = section;
    }
  }
}
