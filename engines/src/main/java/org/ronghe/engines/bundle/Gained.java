package org.ronghe.engines.bundle;

import java.util.List;
import org.ronghe.engines.bundle.BundlePlan.Gain;
import org.ronghe.engines.bundle.BundlePlan.Gains;
import org.ronghe.engines.bundle.BundlePlan.Paper;
import org.ronghe.engines.bundle.BundlePlan.Question;
import org.ronghe.engines.bundle.BundlePlan.Way;
import org.ronghe.model.service.Service;

/// Counts what a bundle saves.
final class Gained {
  /// 申请, 受理, 办结: what an applicant goes through, for each service or once for the bundle.
  private static final int STEPS = 3;

  private Gained() {}

  static Gains count(
      List<Service> services,
      List<Question> form,
      List<Paper> papers,
      Schedule promised,
      Schedule legal) {
    int fields = services.stream().mapToInt(one -> (int) one.form().questions().count()).sum();
    int materials = services.stream().mapToInt(one -> one.materials().size()).sum();
    int brought =
        services.stream()
            .flatMap(one -> one.materials().stream())
            .mapToInt(material -> material.licences().isEmpty() ? 1 : 0)
            .sum();
    boolean allOnline = services.stream().allMatch(Gained::online);
    int onSite = services.stream().mapToInt(Gained::onSite).sum();
    return new Gains(
        new Gain(fields, count(form.stream().filter(Question::asked).count())),
        new Gain(
            materials, count(papers.stream().filter(one -> one.way() != Way.PRODUCED).count())),
        new Gain(brought, count(papers.stream().filter(one -> one.way() == Way.BROUGHT).count())),
        new Gain(
            services.stream().mapToInt(one -> Math.max(1, onSite(one))).sum(),
            Math.max(1, services.stream().mapToInt(Gained::onSite).max().orElse(1))),
        new Gain(onSite, allOnline && onSite == 0 ? 0 : 1),
        new Gain(services.size() * STEPS, STEPS),
        new Gain(promised.sum(), promised.end()),
        new Gain(legal.sum(), legal.end()));
  }

  private static boolean online(Service service) {
    return service.outlets().stream()
        .anyMatch(outlet -> outlet.level().equals("online") && outlet.can().contains("file"));
  }

  private static int onSite(Service service) {
    String times = service.header().text("limit_scene_num");
    return times.isEmpty() ? 0 : Integer.parseInt(times);
  }

  private static int count(long number) {
    return Math.toIntExact(number);
  }
}
