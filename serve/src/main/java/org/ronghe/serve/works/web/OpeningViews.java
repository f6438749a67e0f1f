package org.ronghe.serve.works.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.dig.BuriedLine;
import org.ronghe.engines.dig.Finding;
import org.ronghe.engines.dig.JointOpening;
import org.ronghe.model.pack.Words;
import org.ronghe.serve.works.OpeningBook;
import org.ronghe.serve.works.OpeningDesk;
import org.ronghe.serve.works.RoadOpening;
import org.ronghe.serve.works.Shapes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Openings and findings as the browser reads them: words in two languages, figures beside.
final class OpeningViews {
  private final JsonMapper json;

  OpeningViews(JsonMapper json) {
    this.json = json;
  }

  record Row(
      String id,
      String who,
      String title,
      @Nullable String utility,
      String road,
      JsonNode shape,
      double width_m,
      double depth_m,
      String from,
      String until,
      boolean emergency,
      String stage,
      @Nullable String joint) {}

  /// @param weight `forbids`, `needs-consent` or `coordinate`
  record FindingView(
      String kind, String weight, String zh, String en, Map<String, Object> figures) {}

  record JointView(
      List<String> members,
      List<String> who,
      String from,
      String until,
      JsonNode shape,
      double together_m,
      double apart_m,
      double saved_m,
      List<JointOpening.Share> shares) {}

  record CheckView(boolean allowed, List<FindingView> findings, @Nullable JointView joint) {}

  record DossierView(
      Row opening,
      CheckView checked,
      List<OpeningBook.OwnerNotice> notices,
      List<OpeningBook.SiteAlarm> alarms) {}

  Row row(RoadOpening o) {
    return new Row(
        o.id(),
        o.who(),
        o.title(),
        o.utility() == null ? null : o.utility().code(),
        o.road(),
        Shapes.write(o.trench(), json),
        o.width_m(),
        o.depth_m(),
        o.from().toString(),
        o.until().toString(),
        o.emergency(),
        o.stage().name().toLowerCase(Locale.ROOT),
        o.joint());
  }

  CheckView checked(OpeningDesk.Checked checked) {
    return new CheckView(
        checked.findings().stream().noneMatch(f -> f.weight() == Finding.Weight.FORBIDS),
        checked.findings().stream().map(OpeningViews::finding).toList(),
        checked.joint().map(this::joint).orElse(null));
  }

  DossierView dossier(OpeningDesk.Dossier dossier) {
    return new DossierView(
        row(dossier.opening()), checked(dossier.checked()), dossier.notices(), dossier.alarms());
  }

  JointView joint(JointOpening joint) {
    return new JointView(
        joint.members(),
        joint.who(),
        joint.from().toString(),
        joint.until().toString(),
        Shapes.write(joint.trench(), json),
        joint.together_m(),
        joint.apart_m(),
        joint.saved_m(),
        joint.shares());
  }

  private static FindingView finding(Finding finding) {
    String weight = finding.weight().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (finding) {
      case Finding.Crosses f -> view("crosses", weight, crosses(f), Map.of("line", f.line().id()));
      case Finding.TooClose f ->
          view(
              "too-close",
              weight,
              new Words(
                  "与"
                      + name(f.line()).zh()
                      + "并行 "
                      + m(f.along_m())
                      + "，净距 "
                      + m(f.distance_m())
                      + "，应不小于 "
                      + m(f.least_m())
                      + "（"
                      + f.clause()
                      + "）",
                  "Beside "
                      + name(f.line()).en()
                      + " for "
                      + m(f.along_m())
                      + " at "
                      + m(f.distance_m())
                      + "; at least "
                      + m(f.least_m())
                      + " is required ("
                      + f.clause()
                      + ")"),
              Map.of(
                  "line", f.line().id(),
                  "distance_m", f.distance_m(),
                  "least_m", f.least_m(),
                  "along_m", f.along_m()));
      case Finding.InTunnelZone f ->
          view(
              "tunnel-zone",
              weight,
              new Words(
                  "距"
                      + f.tunnel().name().zh()
                      + " "
                      + m(f.distance_m())
                      + "，在 "
                      + m(f.zone_m())
                      + " 保护范围内，须管廊运营单位同意",
                  m(f.distance_m())
                      + " from the tunnel "
                      + f.tunnel().name().en()
                      + ", inside its zone of "
                      + m(f.zone_m())
                      + ": its operator must consent"),
              Map.of("line", f.tunnel().id(), "distance_m", f.distance_m()));
      case Finding.Embargo f ->
          view(
              "embargo",
              weight,
              new Words(
                  f.surfacing().name()
                      + "于 "
                      + f.surfacing().finished()
                      + " 完工，"
                      + f.until()
                      + " 前不得挖掘（"
                      + f.clause()
                      + "）",
                  f.surfacing().name()
                      + " was finished on "
                      + f.surfacing().finished()
                      + "; it may not be dug before "
                      + f.until()
                      + " ("
                      + f.clause()
                      + ")"),
              Map.of("until", f.until().toString()));
      case Finding.Meets f ->
          view(
              "meets",
              weight,
              new Words(
                  f.other().who()
                      + "也要在此动土（"
                      + f.other().from()
                      + "–"
                      + f.other().until()
                      + "），重合 "
                      + m(f.shared_m()),
                  f.other().who()
                      + " opens the same ground ("
                      + f.other().from()
                      + "–"
                      + f.other().until()
                      + "), "
                      + m(f.shared_m())
                      + " of it shared"),
              Map.of("opening", f.other().id(), "shared_m", f.shared_m()));
    };
  }

  private static Words crosses(Finding.Crosses f) {
    Words line = name(f.line());
    Double above_m = f.above_m();
    if (above_m == null) {
      return new Words(
          "穿过" + line.zh() + "，埋深不明：先人工探明",
          "Crosses " + line.en() + " of unknown depth: find it by hand first");
    }
    return above_m < 0
        ? new Words(
            "穿过" + line.zh() + "，挖深超过其管顶 " + m(-above_m) + "：须产权单位到场",
            "Crosses "
                + line.en()
                + " and goes "
                + m(-above_m)
                + " below its crown: its owner must be present")
        : new Words(
            "上跨" + line.zh() + "，距管顶 " + m(above_m) + "：须产权单位同意",
            "Passes " + m(above_m) + " above " + line.en() + ": its owner must consent");
  }

  private static Words name(BuriedLine line) {
    return new Words(
        "“" + line.name().zh() + "”", line.name().en() + " (" + line.utility().code() + ")");
  }

  private static String m(double metres) {
    return String.format(Locale.ROOT, metres < 10 ? "%.1f m" : "%.0f m", metres);
  }

  private static FindingView view(
      String kind, String weight, Words words, Map<String, Object> figures) {
    return new FindingView(kind, weight, words.zh(), words.en(), figures);
  }
}
