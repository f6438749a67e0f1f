package org.ronghe.serve.works;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.ronghe.engines.dig.BuriedLine;
import org.ronghe.engines.dig.DigCheck;
import org.ronghe.engines.dig.DigRules;
import org.ronghe.engines.dig.Finding;
import org.ronghe.engines.dig.JointOpening;
import org.ronghe.engines.dig.Opening;
import org.ronghe.engines.dig.Surfacing;
import org.ronghe.model.event.Works;
import org.ronghe.model.event.WorksClosed;
import org.ronghe.model.event.WorksOpened;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.filing.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Compares openings, makes them one, opens and closes the ground.
@Component
public class OpeningDesk {
  /// Lines farther than this from a trench do not concern it, metres.
  private static final double REACH_m = 20;

  /// Trenches and roads, up to 100 m wide each, farther than this do not meet, metres.
  private static final double WIDE_REACH_m = 250;

  private final OpeningBook book;
  private final BelowGround below;
  private final DigRules rules;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpeningDesk(
      OpeningBook book,
      BelowGround below,
      DigRules rules,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.below = below;
    this.rules = rules;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// What was found, and the joint opening that saves most; nothing is kept.
  public record Checked(List<Finding> findings, Optional<JointOpening> joint) {
    public Checked {
      findings = List.copyOf(findings);
    }
  }

  /// An opening with all that is known of it.
  public record Dossier(
      RoadOpening opening,
      Checked checked,
      List<OpeningBook.OwnerNotice> notices,
      List<OpeningBook.SiteAlarm> alarms) {}

  public Checked check(RoadOpening opening) {
    Opening compared = opening.compared();
    Envelope around = BelowGround.around(compared.trench().getEnvelopeInternal(), WIDE_REACH_m);
    List<Opening> others =
        book.near(around).stream()
            .filter(other -> !other.id().equals(opening.id()))
            .filter(other -> opening.joint() == null || !opening.joint().equals(other.joint()))
            .map(RoadOpening::compared)
            .toList();
    return new Checked(
        DigCheck.check(compared, lines(compared), book.surfacings(around), others, rules),
        JointOpening.propose(compared, others, rules));
  }

  private List<BuriedLine> lines(Opening opening) {
    return below.near(opening.trench().getEnvelopeInternal(), REACH_m);
  }

  public List<RoadOpening> current() {
    return book.current();
  }

  public Dossier dossier(String id) {
    RoadOpening opening = book.find(id).orElseThrow(() -> unknown(id));
    return new Dossier(opening, check(opening), book.notices(id), book.alarms(id));
  }

  /// Puts a planned work into the book, e.g. from the yearly plan of an owner of lines.
  @Transactional
  public RoadOpening plan(RoadOpening given, Caller by) {
    RoadOpening plan = given.numbered(book.nextPlan(), by.account());
    keepAndTell(plan);
    audit.record(by.account(), "works-plan", plan.id(), plan.title());
    return plan;
  }

  /// Keeps an opening that a case asks for, and tells the owners of the lines it meets.
  @Transactional
  public void keepAndTell(RoadOpening opening) {
    book.keep(opening);
    Set<String> owners = new LinkedHashSet<>();
    for (Finding finding : check(opening).findings()) {
      owner(finding).ifPresent(owners::add);
    }
    String days = opening.from() + "–" + opening.until();
    for (String owner : owners) {
      book.tell(
          opening.id(),
          owner,
          opening.road() + "拟于 " + days + " 动土（" + opening.title() + "），涉及贵单位管线，请核对位置并派人到场。",
          opening.road()
              + " is to be opened "
              + days
              + " ("
              + opening.title()
              + "); it concerns your lines. Check where they lie and be present.");
    }
  }

  private static Optional<String> owner(Finding finding) {
    return switch (finding) {
      case Finding.Crosses crosses -> Optional.of(crosses.line().owner());
      case Finding.TooClose close -> Optional.of(close.line().owner());
      case Finding.InTunnelZone zone -> Optional.of(zone.tunnel().owner());
      case Finding.Embargo _, Finding.Meets _ -> Optional.empty();
    };
  }

  /// Makes the joint opening that [#check] proposes; all members get its days.
  @Transactional
  public JointOpening join(String id, Caller by) {
    RoadOpening opening = book.locked(id).orElseThrow(() -> unknown(id));
    JointOpening joint =
        check(opening)
            .joint()
            .orElseThrow(() ->
                Problem.conflict(
                    "no-joint",
                    "眼下没有可以一起动土的工程。",
                    "There is nothing this opening could be joined with now."));
    String name = "JOINT-" + id;
    book.agreed(name, joint, by.account());
    List<RoadOpening> members = new ArrayList<>();
    for (String member : joint.members().stream().sorted().toList()) {
      members.add(book.locked(member).orElseThrow(() -> unknown(member)).joined(joint, name));
    }
    members.forEach(this::keepAndTell);
    members.stream().filter(member -> member.stage() == RoadOpening.Stage.OPEN).forEach(this::hear);
    audit.record(by.account(), "works-join", name, String.join(", ", joint.members()));
    return joint;
  }

  /// The ground is opened: the monitoring centre hears of it with this transaction.
  @Transactional
  public RoadOpening open(String id, String phone, Caller by) {
    RoadOpening opening = mine(id, by);
    if (opening.stage() != RoadOpening.Stage.PERMITTED && !opening.emergency()) {
      throw Problem.conflict(
          "not-permitted",
          "尚未取得许可，不能动土（抢修除外）。",
          "There is no permit yet; only emergency repairs may begin without one.");
    }
    RoadOpening open = opening.staged(RoadOpening.Stage.OPEN, phone);
    book.keep(open);
    hear(open);
    audit.record(by.account(), "works-open", id, open.title());
    return open;
  }

  private void hear(RoadOpening open) {
    events.publishEvent(
        new WorksOpened(
            new Works(
                open.id(),
                open.revision(),
                open.title(),
                open.trench().toText(),
                rules.zone_m(),
                open.from().atStartOfDay(CatalogueRoom.ZONE).toInstant(),
                open.until().plusDays(1).atStartOfDay(CatalogueRoom.ZONE).toInstant(),
                open.who(),
                open.phone())));
  }

  /// The road is mended: the stretch is closed to digging from today on, for as long as the rules
  /// say.
  @Transactional
  public RoadOpening close(String id, Caller by) {
    RoadOpening opening = mine(id, by);
    if (opening.stage() != RoadOpening.Stage.OPEN) {
      throw Problem.conflict("not-open", "这里没有在动土。", "The ground is not open here.");
    }
    RoadOpening closed = opening.staged(RoadOpening.Stage.CLOSED, opening.phone());
    book.keep(closed);
    book.surfaced(
        new Surfacing(
            opening.road(),
            opening.road(),
            opening.trench(),
            opening.width_m(),
            Surfacing.Kind.RESURFACED,
            LocalDate.ofInstant(clock.instant(), CatalogueRoom.ZONE)),
        id);
    events.publishEvent(new WorksClosed(id, clock.instant(), by.account()));
    audit.record(by.account(), "works-close", id, opening.title());
    return closed;
  }

  /// Puts down when a road was built or resurfaced.
  @Transactional
  public void surfaced(Surfacing surfacing, Caller by) {
    book.surfaced(surfacing, by.account());
    audit.record(by.account(), "road-surfaced", surfacing.road(), surfacing.finished().toString());
  }

  @Transactional
  public void seen(long notice, Caller by) {
    if (!book.seen(notice, by.account())) {
      throw Problem.notFound("no-notice", "没有待确认的这条告知。", "There is no such open notice.");
    }
  }

  private RoadOpening mine(String id, Caller by) {
    RoadOpening opening = book.locked(id).orElseThrow(() -> unknown(id));
    if (!by.isDesk() && !opening.account().equals(by.account())) {
      throw unknown(id); // no telling that it exists
    }
    return opening;
  }

  static Problem unknown(String id) {
    return Problem.notFound("no-opening", "没有动土 " + id, "There is no opening " + id + ".");
  }
}
