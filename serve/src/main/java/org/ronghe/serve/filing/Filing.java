package org.ronghe.serve.filing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.form.Numbers;
import org.ronghe.model.service.Service;
import org.ronghe.office.audit.AuditQueue;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Residents;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.catalogue.Eligibility;
import org.ronghe.serve.catalogue.FormCheck;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes filings in: checked on the server, written whole or not at all, the same request once.
@Component
public class Filing {
  private static final int LONGEST = 200_000;
  private static final int LONGEST_SUBJECT = 80;
  private final CatalogueRoom room;
  private final CaseBook book;
  private final CaseWriter writer;
  private final BundleParts bundles;
  private final Papers papers;
  private final Meanwhile meanwhile;
  private final Eligibility eligibility;
  private final Residents residents;
  private final FieldCipher cipher;
  private final AuditQueue audit;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  Filing(
      CatalogueRoom room,
      CaseBook book,
      CaseWriter writer,
      BundleParts bundles,
      Papers papers,
      Meanwhile meanwhile,
      Eligibility eligibility,
      Residents residents,
      FieldCipher cipher,
      AuditQueue audit,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.room = room;
    this.book = book;
    this.writer = writer;
    this.bundles = bundles;
    this.papers = papers;
    this.meanwhile = meanwhile;
    this.eligibility = eligibility;
    this.residents = residents;
    this.cipher = cipher;
    this.audit = audit;
    this.transaction = transaction;
    this.json = json;
  }

  /// Files a single service.
  public Receipt file(FilingRequest request, Caller caller) {
    return audited(request, caller, () -> fileService(request, caller));
  }

  /// Files a bundle: one parent, a part for each service, all in one transaction.
  public Receipt fileBundle(FilingRequest request, Caller caller) {
    return audited(request, caller, () -> fileParts(request, caller));
  }

  /// A filing that is refused leaves who tried what, and why not.
  private Receipt audited(FilingRequest request, Caller caller, Supplier<Receipt> filed) {
    try {
      return filed.get();
    } catch (Problem refused) {
      String subject = Problem.shown(request.subject());
      audit.record(
          caller.account(),
          "filing-refused",
          subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT),
          refused.member("code"));
      throw refused;
    }
  }

  private Receipt fileService(FilingRequest request, Caller caller) {
    byte[] hash = requestHash(request);
    Applicant applicant = applicant(request, caller);
    Optional<Receipt> before = filedBefore(request, hash, applicant);
    if (before.isPresent()) {
      return before.get();
    }
    Service service = room.current(request.subject());
    meanwhile.refuse(request, List.of(service), writer.now());
    refuse(room.faults(service, request.answers()));
    papers.refuseUnknown(List.of(service), request.materials());
    papers.refuseForeign(request.given(), caller, applicant.key());
    Optional<CaseFile> opened =
        Objects.requireNonNull(
            transaction.execute(_ -> {
              meanwhile.refuseSecond(request, applicant.key(), caller);
              String number = writer.number(writer.now());
              return open(number, null, service, request, hash, applicant, caller, List.of());
            }));
    return opened
        .map(file -> receipt(file, request.answers(), false))
        .orElseGet(() -> filedBefore(request, hash, applicant).orElseThrow());
  }

  private Receipt fileParts(FilingRequest request, Caller caller) {
    byte[] hash = requestHash(request);
    Applicant applicant = applicant(request, caller);
    Optional<Receipt> before = filedBefore(request, hash, applicant);
    if (before.isPresent()) {
      return before.get();
    }
    List<BundleParts.Part> parts =
        bundles.of(request.subject(), request.answers(), request.leftOut(), room.today());
    List<Service> services = parts.stream().map(BundleParts.Part::service).toList();
    meanwhile.refuse(request, services, writer.now());
    refuse(bundles.faults(request.subject(), parts, request.answers()));
    papers.refuseUnknown(services, request.materials());
    papers.refuseForeign(request.given(), caller, applicant.key());
    return Objects.requireNonNull(
            transaction.execute(_ -> {
              meanwhile.refuseSecond(request, applicant.key(), caller);
              return openAll(request, parts, hash, applicant, caller);
            }))
        .orElseGet(() -> filedBefore(request, hash, applicant).orElseThrow());
  }

  private Optional<Receipt> openAll(
      FilingRequest request,
      List<BundleParts.Part> parts,
      byte[] hash,
      Applicant applicant,
      Caller caller) {
    Instant at = writer.now();
    String parent = writer.number(at);
    Optional<CaseFile> opened = openParent(parent, request, hash, applicant, caller);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    List<Receipt> receipts = new ArrayList<>();
    for (BundleParts.Part part : parts) {
      FilingRequest own =
          request.part(
              part.service().id(),
              part.answers(),
              papers.ofService(part.service(), request.materials()),
              parent + "/" + part.service().id());
      CaseFile file =
          open(
                  writer.number(at),
                  parent,
                  part.service(),
                  own,
                  hash,
                  applicant,
                  caller,
                  part.waitingFor())
              .orElseThrow();
      receipts.add(receipt(file, part.answers(), false));
    }
    receipts.sort(Comparator.comparing(Receipt::number));
    return Optional.of(receipt(opened.get(), request.answers(), false).with(receipts));
  }

  private Optional<CaseFile> openParent(
      String number, FilingRequest request, byte[] hash, Applicant applicant, Caller caller) {
    var bundle = room.bundle(request.subject());
    byte[] plain = bytes(request.answers());
    byte[] sha = LoggedEvent.sha256().digest(plain);
    LoggedEvent first =
        writer
            .draft(1, Verb.FILE, caller, "", "", data(request, sha))
            .chained(number, LoggedEvent.NOTHING_BEFORE);
    CaseFile file =
        file(
            number,
            null,
            bundle.id(),
            "",
            "",
            bundle.name().zh(),
            bundle.lead(),
            request,
            first,
            applicant,
            caller,
            List.of());
    boolean opened =
        book.open(
            file,
            new CaseBook.Request(request.requestKey(), hash),
            new CaseBook.Sealed(cipher.seal(plain, number), sha),
            new CaseBook.Logged(first, file.status(), List.of(), null, null, null));
    if (!opened) {
      return Optional.empty();
    }
    papers.attachConsent(number, request.person());
    return Optional.of(file);
  }

  private Optional<CaseFile> open(
      String number,
      @Nullable String parent,
      Service service,
      FilingRequest request,
      byte[] hash,
      Applicant applicant,
      Caller caller,
      List<String> waitingFor) {
    byte[] plain = bytes(request.answers());
    byte[] sha = LoggedEvent.sha256().digest(plain);
    Verb verb = waitingFor.isEmpty() ? Verb.FILE : Verb.WAIT;
    Map<String, Object> data = data(request, sha);
    // what the applicant was told; the reasons follow from the sealed answers and this version
    data.put(
        "advice", eligibility.verdict(service, nested(request.answers()), room.today()).name());
    LoggedEvent first = writer.draft(1, verb, caller, "", "", data);
    CaseFile file =
        file(
            number,
            parent,
            null,
            service.id(),
            service.key().version(),
            service.name().zh(),
            service.department(),
            request,
            first,
            applicant,
            caller,
            waitingFor);
    Optional<CaseFile> opened =
        writer.open(
            file,
            service,
            new CaseBook.Request(request.requestKey(), hash),
            new CaseBook.Sealed(cipher.seal(plain, number), sha),
            first);
    if (opened.isPresent()) {
      papers.attach(number, request.materials());
      papers.attachConsent(number, request.person());
      papers.charge(number, service, Answers.of(nested(request.answers())), first.on());
    }
    return opened;
  }

  private CaseFile file(
      String number,
      @Nullable String parent,
      @Nullable String bundle,
      String service,
      String version,
      String name,
      String department,
      FilingRequest request,
      LoggedEvent first,
      Applicant applicant,
      Caller caller,
      List<String> waitingFor) {
    return new CaseFile(
        number,
        parent,
        bundle,
        service,
        version,
        name,
        department,
        applicant.account(),
        caller.account(),
        caller.outlet(),
        applicant.key(),
        Masks.name(applicant.name()),
        waitingFor.isEmpty() ? Status.FILED : Status.WAITING,
        waitingFor,
        json.writeValueAsString(new TreeMap<>(request.materials())),
        1,
        1,
        first.hash(),
        first.at(),
        first.at(),
        null,
        null,
        null,
        "kept");
  }

  private Map<String, Object> data(FilingRequest request, byte[] sha) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("content", HexFormat.of().formatHex(sha));
    data.put("materials", new TreeMap<>(request.materials()));
    FilingRequest.Person person = request.person();
    if (person != null) {
      data.put("consent", person.consent());
      Instant agreed = person.agreedAt();
      if (agreed != null) {
        data.put("consentAt", agreed.toString());
      }
      if (person.paper() != null) {
        data.put("consentPaper", person.paper());
      }
    }
    return data;
  }

  /// The receipt of the same request, when it came before: whatever changed since then, its case
  /// stands.
  private Optional<Receipt> filedBefore(FilingRequest request, byte[] hash, Applicant applicant) {
    return book.filedBefore(applicant.account(), request.requestKey())
        .map(found -> repeated(found, hash));
  }

  private Receipt repeated(CaseBook.Repeated found, byte[] hash) {
    if (!Arrays.equals(found.hash(), hash)) {
      Problem reused =
          Problem.conflict(
              "request-key-reused",
              "这个提交编号已用于另一份申请 " + found.number() + "。",
              "This request key was used for another filing, " + found.number() + ".");
      reused.getBody().setProperty("number", found.number());
      throw reused;
    }
    CaseFile file = book.find(found.number()).orElseThrow();
    List<Receipt> parts =
        file.isParent()
            ? book.parts(file.number()).stream()
                .map(part -> receipt(part, answers(part), true))
                .toList()
            : List.of();
    return receipt(file, answers(file), true).with(parts);
  }

  private Receipt receipt(CaseFile file, JsonNode answers, boolean repeated) {
    List<String> missing =
        file.isParent()
            ? List.of()
            : papers.missing(
                room.pinned(file.service(), file.version()),
                file.materials(),
                Answers.of(nested(answers)),
                CaseWriter.day(file.filedAt()));
    return new Receipt(
        file.number(),
        file.name(),
        file.status().code(),
        file.dueOn(),
        repeated,
        missing,
        List.of());
  }

  private JsonNode answers(CaseFile file) {
    return file.isErased()
        ? json.createObjectNode()
        : json.readTree(cipher.open(book.sealed(file.number(), file.revision()), file.number()));
  }

  private Applicant applicant(FilingRequest request, Caller caller) {
    if (!request.requestKey().matches("[A-Za-z0-9_-]{8,64}")) {
      throw Problem.badRequest(
              "request-key",
              "请求头 Idempotency-Key 须是 8 到 64 个字母、数字、横线或下划线。",
              "The header Idempotency-Key must be 8 to 64 letters, digits, dashes or underscores.")
          .at("Idempotency-Key");
    }
    FilingRequest.Person person = request.person();
    if (person == null) {
      Optional<Residents.Resident> self = residents.find(caller.account());
      return self.map(one -> new Applicant(caller.account(), one.key(), one.person().name()))
          .orElseThrow(() ->
              Problem.badRequest(
                  "no-applicant", "请写明为谁申请（person）。", "Say for whom you file (person)."));
    }
    return behalf(person, caller);
  }

  private Applicant behalf(FilingRequest.Person person, Caller caller) {
    if (caller.role() != Role.HELPER && caller.role() != Role.CLERK) {
      throw Problem.forbidden(
          "not-for-others", "只有帮办员和窗口可以代办。", "Only helpers and clerks file for others.");
    }
    if (!person.name().matches("[^\\p{Cc}\\p{Cf}\\p{Cs}<>]{1,50}") || person.name().isBlank()) {
      throw Problem.badRequest(
              "name", "请填写申请人姓名（1 到 50 个字）。", "Give the applicant's name, 1 to 50 characters.")
          .at("person.name");
    }
    if (!Numbers.isIdentityNumber(person.idNumber())) {
      throw Problem.badRequest(
              "id-number",
              "申请人身份号码不对，请核对。",
              "The applicant's identity number is wrong; please check it.")
          .at("person.idNumber");
    }
    if (!List.of("signed", "voice", "present").contains(person.consent())) {
      throw Problem.badRequest(
              "consent",
              "代办须记录本人同意的方式：signed、voice 或 present。",
              "Record how the person agreed: signed, voice or present.")
          .at("person.consent");
    }
    byte[] key = cipher.fingerprint(person.idNumber());
    return new Applicant("person:" + HexFormat.of().formatHex(key, 0, 16), key, person.name());
  }

  private byte[] requestHash(FilingRequest request) {
    byte[] text =
        json.writeValueAsString(
                List.of(
                    request.subject(),
                    request.answers(),
                    new TreeMap<>(request.materials()),
                    new java.util.TreeSet<>(request.leftOut())))
            .getBytes(StandardCharsets.UTF_8);
    if (text.length > LONGEST) {
      throw Problem.badRequest("too-long", "申请内容超过 200 kB。", "The filing is longer than 200 kB.");
    }
    return LoggedEvent.sha256().digest(text);
  }

  private byte[] bytes(JsonNode answers) {
    return json.writeValueAsBytes(answers);
  }

  private Map<?, ?> nested(JsonNode answers) {
    return json.convertValue(answers, Map.class);
  }

  static void refuse(List<FormCheck.Fault> faults) {
    if (!faults.isEmpty()) {
      Problem problem =
          Problem.badRequest(
              "answers",
              "有 "
                  + faults.size()
                  + " 处需要改正："
                  + faults.getFirst().at()
                  + " "
                  + faults.getFirst().zh(),
              faults.size()
                  + " to correct: "
                  + faults.getFirst().at()
                  + " "
                  + faults.getFirst().en());
      problem.getBody().setProperty("faults", faults);
      throw problem;
    }
  }

  /// Whose case it is.
  private record Applicant(String account, byte[] key, String name) {}
}
