package org.ronghe.engines.bundle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.bundle.BundlePlan.Comparison;
import org.ronghe.engines.bundle.BundlePlan.Gain;
import org.ronghe.engines.bundle.BundlePlan.Gains;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Bundle;

/// Puts the figures a place publishes beside ours and says where and why they differ. Theirs are
/// claims of the authority or the press; ours are computed from the catalogue.
final class Compared {
  private Compared() {}

  static List<Comparison> all(Bundle bundle, int items, Gains gains) {
    List<Comparison> all = new ArrayList<>();
    for (Bundle.Published one : bundle.published()) {
      Integer theirItems = one.items();
      if (theirItems != null) {
        all.add(
            new Comparison(
                one.place(),
                one.source(),
                "items",
                null,
                theirItems,
                null,
                items,
                same(theirItems, items)
                    ? "事项数相同。"
                    : "公布 " + theirItems + " 项，本目录 " + items + " 项：" + "各地清单不同。",
                same(theirItems, items)
                    ? "The same number of services."
                    : theirItems
                        + " services published, "
                        + items
                        + " in this catalogue: places bundle differently."));
      }
      add(all, one, items, "days", one.days(), gains.days(), days(gains));
      add(all, one, items, "visits", one.visits(), gains.visits(), visits(gains));
      add(all, one, items, "materials", one.materials(), gains.materials(), materials(gains));
      add(all, one, items, "steps", one.steps(), gains.steps(), STEPS);
    }
    return all;
  }

  private static final Words STEPS =
      new Words(
          "本系统每个事项都按申请、受理、办结三个环节计，打包后只走一遍；公布的“之前”各事项环节不一",
          "we count apply, acceptance and result for each service, and once for the bundle; what was"
              + " counted before varies by service there");

  private static Words days(Gains gains) {
    return new Words(
        "本系统的“之前”是各事项现行承诺时限逐个相加（按法定时限相加是 "
            + gains.legalDays().before()
            + "），“之后”是承诺时限的关键路径；公布的“之前”是改革前的时限，“之后”含联办机制的再压缩",
        "our “before” adds up the promises of today (by the limits of law it is "
            + gains.legalDays().before()
            + ") and our “after” is the critical path of promises; theirs is the time before the"
            + " reform, and after it a joint promise cut further");
  }

  private static Words visits(Gains gains) {
    return new Words(
        "本系统的“之前”按每个事项各跑一个窗口一次计；网上申请跑 " + gains.online().after() + " 次",
        "we count one window visit for each service before; filed online it is "
            + gains.online().after());
  }

  private static Words materials(Gains gains) {
    return new Words(
        "本系统数出所有可能要的材料，其中电子证照不能代替、必须自备的只有 " + gains.brought().after() + " 份；公布的“之后”一般只数自备的",
        "we count everything that may be asked, of which "
            + gains.brought().after()
            + " cannot be replaced by an electronic licence; published figures usually count only"
            + " what is brought");
  }

  private static void add(
      List<Comparison> all,
      Bundle.Published place,
      int items,
      String measure,
      Bundle.@Nullable Gain theirs,
      Gain ours,
      Words why) {
    if (theirs == null) {
      return;
    }
    Double before = theirs.before();
    boolean equal =
        same(theirs.after(), ours.after()) && (before == null || same(before, ours.before()));
    Integer theirItems = place.items();
    boolean otherItems = theirItems != null && theirItems != items;
    String zh =
        equal
            ? "与公布的一致。"
            : text(before)
                + "→"
                + text(theirs.after())
                + " 对 "
                + ours.before()
                + "→"
                + ours.after()
                + "："
                + (otherItems ? "事项数不同；" : "")
                + why.zh()
                + "。";
    String en =
        equal
            ? "As published."
            : text(before)
                + "→"
                + text(theirs.after())
                + " there, "
                + ours.before()
                + "→"
                + ours.after()
                + " here: "
                + (otherItems ? "other services are bundled; " : "")
                + why.en()
                + ".";
    all.add(
        new Comparison(
            place.place(),
            place.source(),
            measure,
            before,
            theirs.after(),
            ours.before(),
            ours.after(),
            zh,
            en));
  }

  private static boolean same(double theirs, int ours) {
    return Math.abs(theirs - ours) < 1e-9;
  }

  private static String text(@Nullable Double number) {
    if (number == null) {
      return "?";
    }
    return number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : String.valueOf(number);
  }
}
