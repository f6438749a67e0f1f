package org.ronghe.serve.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Numbers;
import org.ronghe.office.audit.AuditQueue;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Residents;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.filing.Attachments;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.CaseViews;
import org.ronghe.serve.filing.Drafts;
import org.ronghe.serve.filing.Licences;
import org.ronghe.serve.filing.Notices;
import org.ronghe.serve.filing.OwnReads;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Accounts of residents, their drafts, uploads, notices and licences.
@RestController
@RequestMapping("/api/v1/serve")
class PersonController {
  private final Residents residents;
  private final Drafts drafts;
  private final Attachments attachments;
  private final Notices notices;
  private final Licences licences;
  private final CaseViews views;
  private final OwnReads ownReads;
  private final AuditQueue audit;

  PersonController(
      Residents residents,
      Drafts drafts,
      Attachments attachments,
      Notices notices,
      Licences licences,
      CaseViews views,
      OwnReads ownReads,
      AuditQueue audit) {
    this.residents = residents;
    this.drafts = drafts;
    this.attachments = attachments;
    this.notices = notices;
    this.licences = licences;
    this.views = views;
    this.ownReads = ownReads;
    this.audit = audit;
  }

  @PostMapping("/residents")
  @ResponseStatus(HttpStatus.CREATED)
  Registered register(@RequestBody NewResident given) {
    String name = Objects.requireNonNullElse(given.name(), "").strip();
    String idNumber = Objects.requireNonNullElse(given.idNumber(), "").strip();
    String phone = Objects.requireNonNullElse(given.phone(), "").strip();
    if (name.isEmpty() || name.length() > 50 || name.matches(".*[\\p{Cntrl}<>].*")) {
      throw Problem.badRequest("name", "请填写姓名。", "Give your name.");
    }
    if (!Numbers.isIdentityNumber(idNumber)) {
      throw Problem.badRequest(
          "id-number", "身份号码不对，请核对。", "The identity number is wrong; please check it.");
    }
    if (!phone.matches("1[3-9][0-9]{9}")) {
      throw Problem.badRequest("phone", "手机号码须是 11 位。", "A mobile number has 11 digits.");
    }
    String account = Objects.requireNonNullElse(given.user(), "").strip();
    residents.register(
        account,
        Objects.requireNonNullElse(given.password(), ""),
        new Residents.Person(name, idNumber, phone));
    return new Registered(account, "declared");
  }

  @GetMapping("/me")
  Me me() {
    Caller caller = Caller.now();
    ownReads.record(caller.account(), caller.account(), "person");
    return residents
        .find(caller.account())
        .map(one ->
            new Me(
                one.account(),
                one.person().name(),
                one.person().idNumber(),
                one.person().phone(),
                one.verified() ? "verified" : "declared"))
        .orElseThrow(
            () -> Problem.notFound("no-resident", "这不是居民账号。", "This is not a resident's account."));
  }

  @PostMapping("/residents/{account}/verify")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('CLERK')")
  void verify(@PathVariable String account) {
    if (!residents.verify(account, Caller.now().account())) {
      throw Problem.notFound("no-resident", "没有这个居民账号。", "There is no such resident.");
    }
  }

  @GetMapping("/drafts")
  List<Drafts.Draft> drafts() {
    return drafts.list(Caller.now().account());
  }

  @GetMapping("/drafts/{id}")
  Drafts.Draft draft(@PathVariable String id) {
    return drafts
        .find(Caller.now().account(), id)
        .orElseThrow(() -> Problem.notFound("no-draft", "没有这份草稿。", "There is no such draft."));
  }

  @PutMapping("/drafts/{id}")
  Map<String, Integer> save(@PathVariable String id, @RequestBody NewDraft draft) {
    JsonNode content = draft.content();
    if (content == null) {
      throw Problem.badRequest("draft", "草稿没有内容。", "The draft has no content.");
    }
    String subject = Objects.requireNonNullElse(draft.subject(), "");
    return Map.of(
        "revision",
        drafts.save(
            Caller.now().account(),
            id,
            subject,
            content,
            Objects.requireNonNullElse(draft.revision(), 0)));
  }

  @DeleteMapping("/drafts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id) {
    drafts.remove(Caller.now().account(), id);
  }

  /// The body is the file itself.
  @PostMapping("/attachments")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('RESIDENT', 'HELPER', 'DESK')")
  Attachments.Stored upload(@RequestParam String name, HttpServletRequest request)
      throws IOException {
    return attachments.store(Caller.now().account(), name, request.getInputStream());
  }

  @GetMapping("/attachments/{sha256}")
  ResponseEntity<Resource> own(@PathVariable String sha256) throws IOException {
    String account = Caller.now().account();
    Attachments.Kept kept = attachments.ofOwner(account, sha256).orElse(null);
    if (kept != null) {
      ownReads.record(account, account, file(sha256));
    }
    return answer(kept);
  }

  @GetMapping("/cases/{number}/attachments/{sha256}")
  ResponseEntity<Resource> ofCase(@PathVariable String number, @PathVariable String sha256)
      throws IOException {
    Caller caller = Caller.now();
    boolean seen = views.story(number, caller).filter(one -> !one.masked()).isPresent();
    Attachments.Kept kept = seen ? attachments.ofCase(number, sha256).orElse(null) : null;
    if (kept != null && caller.role() == Role.RESIDENT) {
      ownReads.record(caller.account(), number, file(sha256));
    } else if (kept != null) {
      audit.record(caller.account(), "attachment-read", number, file(sha256));
    }
    return answer(kept);
  }

  /// The beginning of its hash names a file among those of a case.
  private static String file(String sha256) {
    return "file " + sha256.substring(0, 12);
  }

  private static ResponseEntity<Resource> answer(Attachments.@Nullable Kept kept)
      throws IOException {
    if (kept == null) {
      throw Problem.notFound("no-attachment", "没有这个附件。", "There is no such attachment.");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(kept.mediaType()))
        .header("Content-Disposition", "attachment")
        .header("X-Content-Type-Options", "nosniff")
        .body(new InputStreamResource(kept.open()));
  }

  @GetMapping("/notices")
  List<Notices.Notice> notices() {
    return notices.of(Caller.now().account());
  }

  @PostMapping("/notices/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@RequestParam long upTo) {
    notices.read(Caller.now().account(), upTo);
  }

  @GetMapping("/licences")
  List<Licences.Licence> licences() {
    Caller caller = Caller.now();
    byte[] key =
        residents
            .find(caller.account())
            .filter(Residents.Resident::verified)
            .map(Residents.Resident::key)
            .orElse(null);
    ownReads.record(caller.account(), caller.account(), "licences");
    return licences.of(caller.account(), key);
  }

  @GetMapping("/verify/{code}")
  Licences.Verified check(@PathVariable String code) {
    return licences
        .verify(code)
        .orElseThrow(
            () -> Problem.notFound("no-licence", "没有这个验证码的证照。", "No licence has this code."));
  }

  record NewResident(
      @Nullable String user,
      @Nullable String password,
      @Nullable String name,
      @Nullable String idNumber,
      @Nullable String phone) {}

  record Registered(String user, String assurance) {}

  record Me(String user, String name, String idNumber, String phone, String assurance) {}

  record NewDraft(
      @Nullable String subject, @Nullable JsonNode content, @Nullable Integer revision) {}
}
