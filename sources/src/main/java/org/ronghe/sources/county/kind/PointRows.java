package org.ronghe.sources.county.kind;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.PointOwner.OwnerKind;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.tunnel.Equipment;
import org.ronghe.model.tunnel.FireSection;
import org.ronghe.model.tunnel.Tunnel;
import org.ronghe.sources.county.notice.ValueNotice;

/// 测点.
record PointRows(Draft draft) implements RowReader {
  private static final Pattern BAR = Pattern.compile("[|｜]");

  @Override
  public void take(Cells cells, Shapes shapes) {
    String id = id(cells);
    String name = cells.text("name");
    Utility utility = cells.utility();
    OwnerKind ownerKind = cells.choice("owner_kind", Choices.OWNER_KIND);
    String ownerId = cells.text("owner");
    if (ownerKind != null && !ownerId.isEmpty()) {
      cells.checkReference("owner", thing(ownerKind), ownerId);
    }
    String quantity = cells.text("quantity");
    ValueKind valueKind = cells.choice("value_kind", Choices.VALUE_KIND);
    List<String> states = states(cells, valueKind);
    List<String> statesEn = statesEn(cells, states);
    Double low = cells.maybeNumber("range_low");
    Double high = cells.maybeNumber("range_high");
    if (low != null && high != null && low >= high) {
      cells.say(ValueNotice.RANGE_REVERSED, "range_low", Numbers.plain(low), Numbers.plain(high));
    }
    double interval_s = cells.number("interval_s");
    if (interval_s <= 0) {
      cells.say(ValueNotice.INTERVAL_NOT_POSITIVE, "interval_s", Numbers.plain(interval_s));
    }
    RetentionClass retention = cells.choice("retention", Choices.RETENTION, RetentionClass.NORMAL);
    Double chainage_m = cells.maybeNotNegative("chainage_m");
    Point own = shapes.maybePosition();
    if (!cells.isGood() || utility == null || ownerKind == null || valueKind == null) {
      return;
    }
    PointOwner owner = owner(cells, ownerKind, ownerId, chainage_m);
    Point position = own == null ? position(owner) : own;
    if (cells.isGood() && retention != null && position != null) {
      draft.points.add(
          new MeasuringPoint(
              id,
              name,
              cells.maybeText("name_en"),
              utility,
              owner,
              cells.maybeText("profile"),
              quantity,
              cells.row().text("unit"),
              valueKind,
              states,
              statesEn,
              low,
              high,
              interval_s,
              retention,
              position,
              cells.provenance()));
    }
  }

  private static String id(Cells cells) {
    String id = cells.newId(Thing.POINT);
    if (!id.isEmpty() && !MeasuringPoint.isId(id)) {
      String cleaned = id.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-|-$", "");
      cells.say(
          ValueNotice.POINT_ID_MALFORMED,
          "id",
          MeasuringPoint.isId(cleaned) ? new String[] {id, cleaned} : new String[] {id});
    }
    return id;
  }

  private static List<String> states(Cells cells, @Nullable ValueKind kind) {
    String text = cells.row().text("states");
    if (text.isEmpty() && kind == ValueKind.STATE) {
      cells.say(ValueNotice.STATES_MISSING, "states");
    }
    return labels(text);
  }

  private static List<String> statesEn(Cells cells, List<String> states) {
    List<String> english = labels(cells.row().text("states_en"));
    if (!english.isEmpty() && english.size() != states.size()) {
      cells.say(
          ValueNotice.STATES_EN_DIFFER,
          "states_en",
          String.valueOf(english.size()),
          String.valueOf(states.size()));
    }
    return english;
  }

  private static List<String> labels(String text) {
    return text.isEmpty() ? List.of() : BAR.splitAsStream(text).map(String::strip).toList();
  }

  private static Thing thing(OwnerKind kind) {
    return switch (kind) {
      case SECTION -> Thing.SECTION;
      case EQUIPMENT -> Thing.EQUIPMENT;
      case LINK -> Thing.LINK;
      case NODE -> Thing.NODE;
      case FACILITY -> Thing.FACILITY;
      case PLACE -> Thing.PLACE;
    };
  }

  /// The owner with a chainage: the one given, else the middle of the section or where the
  /// equipment stands.
  private PointOwner owner(Cells cells, OwnerKind kind, String id, @Nullable Double chainage_m) {
    return switch (kind) {
      case SECTION -> {
        FireSection section = section(id);
        double from_m = section.fromChainage_m();
        double to_m = section.toChainage_m();
        double at_m = Objects.requireNonNullElse(chainage_m, (from_m + to_m) / 2);
        Chainage.check(cells, "chainage_m", at_m, from_m, to_m, Thing.SECTION, id);
        yield new PointOwner(kind, id, at_m);
      }
      case EQUIPMENT -> {
        double at_m = Objects.requireNonNull(draft.equipment.get(id)).chainage_m();
        yield new PointOwner(kind, id, Objects.requireNonNullElse(chainage_m, at_m));
      }
      case LINK, NODE, FACILITY, PLACE -> new PointOwner(kind, id, 0);
    };
  }

  private FireSection section(String id) {
    return Objects.requireNonNull(draft.sections.get(id));
  }

  private @Nullable Point position(PointOwner owner) {
    return switch (owner.kind()) {
      case SECTION -> alongTunnel(section(owner.id()), owner.chainage_m());
      case EQUIPMENT -> {
        Equipment equipment = Objects.requireNonNull(draft.equipment.get(owner.id()));
        yield alongTunnel(section(equipment.sectionId()), owner.chainage_m());
      }
      case LINK -> {
        NetworkLink link = Objects.requireNonNull(draft.links.get(owner.id()));
        yield Ground.along(link.geometry(), Ground.length_m(link.geometry()) / 2);
      }
      case NODE -> Objects.requireNonNull(draft.nodes.get(owner.id())).location();
      case FACILITY -> Objects.requireNonNull(draft.facilities.get(owner.id())).location();
      case PLACE -> Objects.requireNonNull(draft.places.get(owner.id())).location();
    };
  }

  private @Nullable Point alongTunnel(FireSection section, double chainage_m) {
    Tunnel tunnel = draft.tunnelOf(section);
    return tunnel == null ? null : Ground.along(tunnel.centreline(), chainage_m);
  }
}
