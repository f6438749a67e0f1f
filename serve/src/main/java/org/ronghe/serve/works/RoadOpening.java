package org.ronghe.serve.works;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.engines.dig.JointOpening;
import org.ronghe.engines.dig.Opening;
import org.ronghe.model.measure.Utility;

/// An opening as the book keeps it.
///
/// @param account whose it is
/// @param road as the applicant names it
/// @param joint id of the joint opening it is part of; null when it stands alone
/// @param phone of the site; empty until the ground is opened
/// @param revision higher with each change
public record RoadOpening(
    String id,
    String account,
    String who,
    String title,
    @Nullable Utility utility,
    String road,
    Geometry trench,
    double width_m,
    double depth_m,
    LocalDate from,
    LocalDate until,
    int slack_days,
    boolean emergency,
    Stage stage,
    @Nullable String joint,
    String phone,
    int revision) {
  /// From the plan to the mended road.
  public enum Stage {
    PLANNED,
    APPLIED,
    PERMITTED,
    OPEN,
    CLOSED,
    DROPPED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Stage ofCode(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /// True while others must reckon with it.
  boolean counts() {
    return stage != Stage.CLOSED && stage != Stage.DROPPED;
  }

  RoadOpening numbered(String number, String by) {
    return with(number, by, from, until, stage, joint, phone, 0);
  }

  RoadOpening joined(JointOpening with, String name) {
    return with(id, account, with.from(), with.until(), stage, name, phone, revision + 1);
  }

  RoadOpening staged(Stage next, String sitePhone) {
    return with(id, account, from, until, next, joint, sitePhone, revision + 1);
  }

  /// The same ground and the same work; whatever else changes in the life of an opening.
  private RoadOpening with(
      String number,
      String by,
      LocalDate first,
      LocalDate last,
      Stage now,
      @Nullable String partOf,
      String sitePhone,
      int edition) {
    return new RoadOpening(
        number,
        by,
        who,
        title,
        utility,
        road,
        trench,
        width_m,
        depth_m,
        first,
        last,
        slack_days,
        emergency,
        now,
        partOf,
        sitePhone,
        edition);
  }

  /// As the engine compares it.
  Opening compared() {
    Opening.Stage compared =
        switch (stage) {
          case PLANNED -> Opening.Stage.PLANNED;
          case APPLIED, CLOSED, DROPPED -> Opening.Stage.APPLIED;
          case PERMITTED -> Opening.Stage.PERMITTED;
          case OPEN -> Opening.Stage.OPEN;
        };
    return new Opening(
        id, who, utility, trench, width_m, depth_m, from, until, slack_days, emergency, compared);
  }
}
