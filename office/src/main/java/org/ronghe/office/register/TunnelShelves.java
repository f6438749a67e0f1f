package org.ronghe.office.register;

import java.util.List;
import org.ronghe.model.county.County;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.CompartmentKind;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;

/// Tunnels and what is in them, in the register.
final class TunnelShelves {
  private TunnelShelves() {}

  static final Shelf<Tunnel> TUNNELS =
      new Shelf<>(
          "tunnels",
          "office.tunnel",
          List.of("id", "name", "name_en", "length_m", "centreline"),
          "id",
          County::tunnels,
          Tunnel::id,
          Tunnel::provenance,
          (line, t) ->
              line.add(t.id())
                  .add(t.name())
                  .add(t.nameEn())
                  .add(t.length_m())
                  .addGeometry(t.centreline()),
          row ->
              new Tunnel(
                  row.text(),
                  row.text(),
                  row.textOrNull(),
                  row.number(),
                  row.line(),
                  row.provenance()));

  static final Shelf<Compartment> COMPARTMENTS =
      new Shelf<>(
          "compartments",
          "office.compartment",
          List.of("id", "tunnel_id", "name", "name_en", "kind"),
          "id",
          County::compartments,
          Compartment::id,
          Compartment::provenance,
          (line, c) ->
              line.add(c.id()).add(c.tunnelId()).add(c.name()).add(c.nameEn()).add(c.kind()),
          row ->
              new Compartment(
                  row.text(),
                  row.text(),
                  row.text(),
                  row.textOrNull(),
                  row.choice(CompartmentKind.class),
                  row.provenance()));

  static final Shelf<FireSection> SECTIONS =
      new Shelf<>(
          "sections",
          "office.fire_section",
          List.of("id", "compartment_id", "number", "from_chainage_m", "to_chainage_m"),
          "id",
          County::sections,
          FireSection::id,
          FireSection::provenance,
          (line, s) ->
              line.add(s.id())
                  .add(s.compartmentId())
                  .add(s.number())
                  .add(s.fromChainage_m())
                  .add(s.toChainage_m()),
          row ->
              new FireSection(
                  row.text(),
                  row.text(),
                  row.whole(),
                  row.number(),
                  row.number(),
                  row.provenance()));

  static final Shelf<Equipment> EQUIPMENT =
      new Shelf<>(
          "equipment",
          "office.equipment",
          List.of("id", "section_id", "name", "name_en", "kind", "chainage_m"),
          "id",
          County::equipment,
          Equipment::id,
          Equipment::provenance,
          (line, e) ->
              line.add(e.id())
                  .add(e.sectionId())
                  .add(e.name())
                  .add(e.nameEn())
                  .add(e.kind())
                  .add(e.chainage_m()),
          row ->
              new Equipment(
                  row.text(),
                  row.text(),
                  row.text(),
                  row.textOrNull(),
                  row.text(),
                  row.number(),
                  row.provenance()));
}
