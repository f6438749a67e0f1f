package org.ronghe.serve.design;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.FormPages;
import org.ronghe.engines.form.FormSchema;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.catalogue.FlowView;
import org.ronghe.serve.filing.Moves;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The designer's desk: texts are checked as they are typed, examples are played, and a version is
/// published with the day it begins. Nothing that is published is ever changed.
@Component
public class DesignDesk {
  private static final Set<String> FILES =
      Set.of(
          "service.yaml",
          "examples.yaml",
          "form.schema.json",
          "form.ui.json",
          "eligibility.dmn",
          "path.bpmn");
  private static final int LONGEST = 200_000;
  private final CatalogueRoom room;
  private final Workbench workbench;
  private final PublishedServices published;
  private final Moves moves;
  private final Audit audit;
  private final TransactionTemplate transaction;

  DesignDesk(
      CatalogueRoom room,
      Workbench workbench,
      PublishedServices published,
      Moves moves,
      Audit audit,
      TransactionTemplate transaction) {
    this.room = room;
    this.workbench = workbench;
    this.published = published;
    this.moves = moves;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// Every version, services by name, the newest version first.
  public List<Version> versions() {
    Map<ServiceKey, PublishedServices.Published> ours =
        published.all().stream()
            .collect(Collectors.toMap(one -> new ServiceKey(one.service(), one.version()), o -> o));
    List<Version> versions = new ArrayList<>();
    for (Service service : room.catalogue().services()) {
      PublishedServices.Published own = ours.get(service.key());
      boolean current =
          room.catalogue()
              .current(service.id(), room.today())
              .filter(one -> one.key().equals(service.key()))
              .isPresent();
      versions.add(
          new Version(
              service.id(),
              service.key().version(),
              service.name(),
              service.department(),
              service.effectiveFrom(),
              service.effectiveUntil(),
              current,
              own == null ? null : own.by(),
              own == null ? null : own.at()));
    }
    versions.sort(
        Comparator.comparing(Version::id)
            .thenComparing(Version::effectiveFrom, Comparator.reverseOrder()));
    return versions;
  }

  /// The texts of a version, by file name.
  public Map<String, String> texts(String id, String version) {
    Optional<Map<String, String>> own = published.texts(id, version);
    Map<String, String> texts = own.orElseGet(() -> workbench.shipped(id, version));
    if (texts.isEmpty()) {
      throw Problem.notFound(
          "no-version",
          "没有这个版本：" + id + "@" + version,
          "There is no version " + id + "@" + version + ".");
    }
    return new TreeMap<>(texts);
  }

  /// What is wrong with these texts, the form they make and how their examples end. Keeps nothing.
  public Checked check(String id, String version, Map<String, String> texts) {
    refuseOdd(id, version, texts);
    Workbench.Reading reading = workbench.read(room.catalogue(), id, version, texts);
    Optional<Service> found =
        reading
            .catalogue()
            .service(new ServiceKey(id, version))
            .filter(_ -> reading.faults().isEmpty());
    if (found.isEmpty()) {
      return new Checked(reading.faults(), null, null, null, null, null, null, null);
    }
    Service service = found.get();
    var elements = reading.catalogue().elements();
    return new Checked(
        List.of(),
        workbench.play(reading.catalogue(), service),
        service.name(),
        service.effectiveFrom(),
        FormSchema.of("design/" + service.key(), service.form(), elements),
        FormPages.of(service.form(), elements),
        FlowView.of(service),
        migrates(service) ? moves.preview(service) : null);
  }

  private static boolean migrates(Service service) {
    return service.oldCases() == Service.OldCases.MIGRATE;
  }

  /// Publishes; new cases begin with it from its `effective_from` on. Old ones keep theirs, unless
  /// it says `old_cases: migrate`: then those move for whom it is better, and because that cannot
  /// be undone it is refused until `sure`.
  ///
  /// @param sure the designer has seen how many cases move
  public Version publish(
      String id, String version, Map<String, String> texts, boolean sure, String by) {
    refuseOdd(id, version, texts);
    Workbench.Reading reading = workbench.read(room.catalogue(), id, version, texts);
    Service service =
        reading
            .catalogue()
            .service(new ServiceKey(id, version))
            .filter(_ -> reading.faults().isEmpty())
            .orElseThrow(() -> unsound(reading));
    refuseEarly(service);
    Workbench.Trial trial = workbench.play(reading.catalogue(), service);
    if (!trial.failures().isEmpty()) {
      Words first = trial.failures().getFirst();
      throw Problem.badRequest(
          "examples", "示例没有通过：" + first.zh(), "An example fails: " + first.en());
    }
    boolean along = migrates(service);
    if (along && !sure) {
      throw unsure(moves.preview(service));
    }
    transaction.executeWithoutResult(_ -> {
      if (!published.keep(service, texts, by)) {
        throw taken(service);
      }
      audit.record(
          by, "service-publish", service.key().toString(), "from " + service.effectiveFrom());
      if (along) {
        moves.ask(service, by);
      }
    });
    lay(id, version, texts);
    if (along) {
      moves.runDue();
    }
    return versions().stream()
        .filter(one -> one.id().equals(id) && one.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  /// Read again under the lock: another designer may have published meanwhile.
  private synchronized void lay(String id, String version, Map<String, String> texts) {
    room.replace(workbench.read(room.catalogue(), id, version, texts).catalogue());
  }

  private void refuseEarly(Service service) {
    if (service.effectiveFrom().isBefore(room.today())) {
      throw Problem.badRequest(
          "effective-from",
          "生效日 " + service.effectiveFrom() + " 已过；最早是今天 " + room.today() + "。",
          "It would begin on "
              + service.effectiveFrom()
              + ", which has passed; today, "
              + room.today()
              + ", is the earliest.");
    }
    boolean there =
        room.catalogue().services().stream().anyMatch(one -> one.key().equals(service.key()));
    if (there) {
      throw taken(service);
    }
    boolean sameDay =
        room.catalogue().services().stream()
            .anyMatch(one ->
                one.id().equals(service.id())
                    && one.effectiveFrom().equals(service.effectiveFrom()));
    if (sameDay) {
      throw Problem.conflict(
          "versions-overlap",
          "另一个版本也从 " + service.effectiveFrom() + " 生效。",
          "Another version begins on " + service.effectiveFrom() + " too.");
    }
  }

  private static Problem taken(Service service) {
    return Problem.conflict(
        "version-taken",
        "版本 " + service.key() + " 已存在；办件按它办理，不能改。请用新的版本号。",
        "Version " + service.key() + " exists and cases rely on it; choose a new version.");
  }

  private static Problem unsure(Moves.Preview preview) {
    Problem problem =
        Problem.conflict(
            "migrate-unsure",
            "有 " + preview.moves() + " 件在办件会转到新版，" + preview.stays() + " 件按旧版办完；转后不能退回，请确认。",
            preview.moves()
                + " open cases would move and "
                + preview.stays()
                + " would finish by their version; a move cannot be undone. Say that you are sure.");
    problem.getBody().setProperty("moves", preview);
    return problem;
  }

  private static Problem unsound(Workbench.Reading reading) {
    if (reading.faults().isEmpty()) {
      return Problem.badRequest("texts", "事项文本不完整。", "The texts are incomplete.");
    }
    Workbench.Fault first = reading.faults().getFirst();
    Problem problem =
        Problem.badRequest(
            "texts",
            "有 "
                + reading.faults().size()
                + " 处错误："
                + first.file()
                + " "
                + first.path()
                + " "
                + first.why().zh(),
            reading.faults().size()
                + " wrong: "
                + first.file()
                + " "
                + first.path()
                + ": "
                + first.why().en());
    problem.getBody().setProperty("faults", reading.faults());
    return problem;
  }

  private static void refuseOdd(String id, String version, Map<String, String> texts) {
    if (!id.matches("[a-z][a-z0-9-]{1,60}") || !version.matches("[0-9A-Za-z][0-9A-Za-z.-]{0,19}")) {
      throw Problem.badRequest(
          "service-id",
          "事项编号须是小写字母、数字、横线；版本号最多 20 个字母、数字、点、横线。",
          "A service id has lower-case letters, digits and dashes; a version at most 20 letters,"
              + " digits, dots and dashes.");
    }
    int length = texts.values().stream().mapToInt(String::length).sum();
    if (!FILES.containsAll(texts.keySet()) || length > LONGEST) {
      throw Problem.badRequest(
          "texts",
          "只收 " + FILES + "，合计 20 万字以内。",
          "Only " + FILES + ", 200,000 characters in all.");
    }
  }

  /// @param current new cases begin with it today
  /// @param publishedBy who published it here; null when it is shipped
  public record Version(
      String id,
      String version,
      Words name,
      String department,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveUntil,
      boolean current,
      @Nullable String publishedBy,
      @Nullable Instant publishedAt) {}

  /// All but the faults are null while there is a fault; the flow also when the path is not drawn,
  /// the moves also when old cases finish by their own version.
  public record Checked(
      List<Workbench.Fault> faults,
      Workbench.@Nullable Trial trial,
      @Nullable Words name,
      @Nullable LocalDate effectiveFrom,
      @Nullable Map<String, Object> schema,
      @Nullable Map<String, Object> uiSchema,
      @Nullable FlowView flow,
      Moves.@Nullable Preview moves) {}
}
