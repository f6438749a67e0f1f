package org.ronghe.office.atlas;

import static org.ronghe.office.atlas.Fields.code;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.county.County;
import org.ronghe.model.tunnel.Compartment;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;

/// Tunnels, compartments, fire sections and equipment as layers. Compartments and sections have no
/// geometry of their own: theirs is the tunnel's centreline, or the part between two chainages.
final class TunnelLayers {
  private final County county;
  private final Map<String, Tunnel> tunnels;
  private final Map<String, Compartment> compartments;
  private final Map<String, FireSection> sections;
  private final Map<String, Chainage> chainages = new HashMap<>();

  TunnelLayers(County county) {
    this.county = county;
    this.tunnels = byId(county.tunnels(), Tunnel::id);
    this.compartments = byId(county.compartments(), Compartment::id);
    this.sections = byId(county.sections(), FireSection::id);
    county.tunnels().forEach(tunnel -> chainages.put(tunnel.id(), new Chainage(tunnel)));
  }

  private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  Layer<Tunnel> tunnels() {
    return new Layer<>(
        "tunnels",
        Shape.LINE,
        "综合管廊",
        "Utility tunnels",
        Fields.with(
            Tunnel::provenance,
            List.of(
                Field.text("name", "名称", "Name", Tunnel::name),
                Field.text("name_en", "英文名称", "English name", Tunnel::nameEn),
                Field.number("length_m", "长度（米）", "Length (m)", Tunnel::length_m))),
        county.tunnels().stream()
            .map(t -> new Feature<>(t.id(), t.centreline(), null, t))
            .toList());
  }

  Layer<Compartment> compartments() {
    return new Layer<>(
        "compartments",
        Shape.LINE,
        "舱室",
        "Compartments",
        Fields.with(
            Compartment::provenance,
            List.of(
                Field.text("name", "名称", "Name", Compartment::name),
                Field.text("name_en", "英文名称", "English name", Compartment::nameEn),
                Field.text("kind", "类别", "Kind", c -> code(c.kind())),
                Field.text("tunnel", "管廊", "Tunnel", Compartment::tunnelId))),
        county.compartments().stream()
            .map(c -> new Feature<>(c.id(), centreline(c), null, c))
            .toList());
  }

  private @Nullable Geometry centreline(Compartment compartment) {
    Tunnel tunnel = tunnels.get(compartment.tunnelId());
    return tunnel == null ? null : tunnel.centreline();
  }

  Layer<FireSection> sections() {
    return new Layer<>(
        "sections",
        Shape.LINE,
        "防火分区",
        "Fire sections",
        Fields.with(
            FireSection::provenance,
            List.of(
                Field.text("name", "名称", "Name", this::name),
                Field.text("name_en", "英文名称", "English name", this::nameEn),
                Field.integer("number", "序号", "Number", s -> (long) s.number()),
                Field.text("compartment", "舱室", "Compartment", FireSection::compartmentId),
                Field.text("tunnel", "管廊", "Tunnel", this::tunnelId),
                Field.number("from_m", "起点里程（米）", "From (m)", FireSection::fromChainage_m),
                Field.number("to_m", "终点里程（米）", "To (m)", FireSection::toChainage_m))),
        county.sections().stream().map(s -> new Feature<>(s.id(), part(s), null, s)).toList());
  }

  private String name(FireSection section) {
    Compartment compartment = compartments.get(section.compartmentId());
    Tunnel tunnel = compartment == null ? null : tunnels.get(compartment.tunnelId());
    return (tunnel == null ? "" : tunnel.name() + " ")
        + (compartment == null ? "" : compartment.name() + " ")
        + section.number()
        + "区";
  }

  private @Nullable String nameEn(FireSection section) {
    Compartment compartment = compartments.get(section.compartmentId());
    if (compartment == null) {
      return null;
    }
    Tunnel tunnel = tunnels.get(compartment.tunnelId());
    String tunnelName = tunnel == null ? null : tunnel.nameEn();
    String name = compartment.nameEn();
    return tunnelName == null || name == null
        ? null
        : tunnelName + " · " + name.toLowerCase(Locale.ROOT) + " · section " + section.number();
  }

  private @Nullable String tunnelId(FireSection section) {
    Compartment compartment = compartments.get(section.compartmentId());
    return compartment == null ? null : compartment.tunnelId();
  }

  private @Nullable Geometry part(FireSection section) {
    Chainage chainage = chainage(section);
    return chainage == null
        ? null
        : chainage.part(section.fromChainage_m(), section.toChainage_m());
  }

  private @Nullable Chainage chainage(@Nullable FireSection section) {
    String tunnel = section == null ? null : tunnelId(section);
    return tunnel == null ? null : chainages.get(tunnel);
  }

  Layer<Equipment> equipment() {
    return new Layer<>(
        "equipment",
        Shape.POINT,
        "设备",
        "Equipment",
        Fields.with(
            Equipment::provenance,
            List.of(
                Field.text("name", "名称", "Name", Equipment::name),
                Field.text("name_en", "英文名称", "English name", Equipment::nameEn),
                Field.text("kind", "类别", "Kind", Equipment::kind),
                Field.text("section", "防火分区", "Fire section", Equipment::sectionId),
                Field.number("chainage_m", "里程（米）", "Chainage (m)", Equipment::chainage_m))),
        county.equipment().stream().map(e -> new Feature<>(e.id(), place(e), null, e)).toList());
  }

  private @Nullable Geometry place(Equipment equipment) {
    Chainage chainage = chainage(sections.get(equipment.sectionId()));
    return chainage == null ? null : chainage.at(equipment.chainage_m());
  }
}
