package org.ronghe.serve.seal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Residents;
import org.ronghe.office.seal.SealKeys;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.CaseViews;
import org.ronghe.serve.filing.Licences;
import org.ronghe.serve.filing.OwnReads;
import org.ronghe.serve.seal.LicencePdfs;
import org.ronghe.serve.seal.SealParts;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The signed PDF of a licence for its holder and the desk that gave it; the check of one for all.
@RestController
@RequestMapping("/api/v1/serve")
class SealController {
  private static final int LARGEST = 5 << 20;
  private final Licences licences;
  private final LicencePdfs pdfs;
  private final SealParts parts;
  private final CaseViews cases;
  private final Residents residents;
  private final Audit audit;
  private final OwnReads ownReads;

  SealController(
      Licences licences,
      LicencePdfs pdfs,
      SealParts parts,
      CaseViews cases,
      Residents residents,
      Audit audit,
      OwnReads ownReads) {
    this.licences = licences;
    this.pdfs = pdfs;
    this.parts = parts;
    this.cases = cases;
    this.residents = residents;
    this.audit = audit;
    this.ownReads = ownReads;
  }

  @GetMapping("/licences/{number}/pdf")
  ResponseEntity<Resource> pdf(@PathVariable String number) {
    Licences.Licence licence = readable(number, Caller.now());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "attachment; filename=\"" + licence.number() + ".pdf\"")
        .header("Cache-Control", "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .body(new InputStreamResource(pdfs.pdf(licence)));
  }

  /// The holder's own, or of a case whose answers the desk may read; the latter is written down.
  private Licences.Licence readable(String number, Caller caller) {
    byte[] key =
        residents
            .find(caller.account())
            .filter(Residents.Resident::verified)
            .map(Residents.Resident::key)
            .orElse(null);
    var own =
        licences.of(caller.account(), key).stream()
            .filter(one -> one.number().equals(number))
            .findFirst();
    if (own.isPresent()) {
      ownReads.record(caller.account(), number, "pdf");
      return own.get();
    }
    Licences.Licence found = licences.find(number).orElseThrow(SealController::none);
    if (cases.story(found.caseNumber(), caller).filter(story -> !story.masked()).isEmpty()) {
      throw none();
    }
    audit.record(caller.account(), "licence-read", number, "pdf");
    return found;
  }

  private static Problem none() {
    return Problem.notFound("no-licence", "没有这份证照。", "There is no such licence.");
  }

  /// Open to anyone: the body is the PDF itself.
  @PostMapping("/verify")
  LicencePdfs.Checked check(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw Problem.badRequest("file-large", "文件超过 5 MB。", "The file is larger than 5 MB.");
    }
    return pdfs.check(body);
  }

  /// The certificate that proves the newest signatures, for programs that check by themselves.
  @GetMapping(value = "/verify/certificate", produces = "application/x-pem-file")
  byte[] certificate() {
    return SealKeys.pem(parts.keys().certificate())
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  @PostMapping("/licences/{number}/revoke")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('APPROVER')")
  void revoke(@PathVariable String number, @RequestBody Revocation given) {
    String reason = Objects.requireNonNullElse(given.reason(), "").strip();
    if (reason.isEmpty() || reason.length() > 500) {
      throw Problem.badRequest("reason", "请写明注销理由。", "Say why it is revoked.");
    }
    Licences.Licence licence = readable(number, Caller.now());
    if (!licences.revoke(licence.number(), reason)) {
      throw Problem.conflict("revoked", "这份证照已被注销。", "This licence was revoked before.");
    }
    audit.record(Caller.now().account(), "licence-revoke", number, reason);
  }

  record Revocation(@Nullable String reason) {}
}
