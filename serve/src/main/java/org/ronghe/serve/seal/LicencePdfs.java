package org.ronghe.serve.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.seal.SealCheck;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.filing.Licences;
import org.ronghe.serve.filing.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes the signed PDF of each licence once it is issued, and again never: the same number is the
/// same file. Without a font the licence stands and its PDF is made when it is asked for later.
@Component
public class LicencePdfs implements Outbox.Receiver {
  private static final Logger log = LoggerFactory.getLogger(LicencePdfs.class);
  private final Licences licences;
  private final CatalogueRoom room;
  private final SealParts parts;
  private final JdbcClient database;
  private final String publicAddress;

  /// One page at a time is drawn or checked: each takes some megabytes.
  private final Semaphore turn = new Semaphore(1);

  LicencePdfs(
      Licences licences,
      CatalogueRoom room,
      SealParts parts,
      JdbcClient database,
      @Value("${ronghe.public-address:}") String publicAddress) {
    this.licences = licences;
    this.room = room;
    this.parts = parts;
    this.database = database;
    this.publicAddress = publicAddress.replaceAll("/+$", "");
  }

  @Override
  public String topic() {
    return "licence";
  }

  @Override
  public void receive(String key, String payload) {
    if (!parts.fonts().present()) {
      log.warn(
          "no Chinese font to embed: the PDF of {} waits; install fonts-noto-cjk or set"
              + " ronghe.seal.font",
          key);
      return;
    }
    licences.find(key).ifPresent(this::kept);
  }

  /// The file of a licence the caller may read, made now when it is not there yet.
  public InputStream pdf(Licences.Licence licence) {
    try {
      return parts.files().open(kept(licence));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String kept(Licences.Licence licence) {
    return hash(licence.number())
        .orElseGet(() -> {
          turn.acquireUninterruptibly();
          try {
            return hash(licence.number()).orElseGet(() -> make(licence));
          } finally {
            turn.release();
          }
        });
  }

  private Optional<String> hash(String number) {
    return database
        .sql("select sha256 from serve.licence_pdf where number = ?")
        .param(number)
        .query(String.class)
        .optional()
        .filter(parts.files()::has);
  }

  private String make(Licences.Licence licence) {
    if (licence.says().isEmpty()) {
      throw Problem.notFound(
          "licence-erased", "这份证照的内容已依申请删除。", "What this licence said was erased on request.");
    }
    byte[] page =
        new LicenceSheet(
                room.catalogue(), licence, parts.fonts(), parts.issuer(), parts.isSynthetic())
            .pdf(checkAt(licence));
    byte[] signed = parts.seal().sign(page, parts.issuer(), "电子证照签发 licence issued");
    try {
      String sha256 = parts.files().put(new ByteArrayInputStream(signed));
      database
          .sql(
              """
              insert into serve.licence_pdf (number, sha256) values (?, ?)
              on conflict (number) do update set sha256 = excluded.sha256, made_at = now()
              """)
          .params(List.of(licence.number(), sha256))
          .update();
      return sha256;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String checkAt(Licences.Licence licence) {
    return publicAddress.isEmpty()
        ? licence.verifyCode()
        : publicAddress + "/verify/" + licence.verifyCode();
  }

  /// Removes files no licence names.
  int removeOrphans(Instant before) throws IOException {
    Set<String> known =
        new HashSet<>(
            database.sql("select sha256 from serve.licence_pdf").query(String.class).list());
    return parts.files().removeOrphans(before, known::contains);
  }

  /// What a file somebody holds is worth. Nothing of it is kept.
  public Checked check(byte[] pdf) {
    if (!turn.tryAcquire()) {
      throw Problem.tooMany(
          "check-busy", "正在核验别的文件，请稍后再试。", "Another file is being checked; try again shortly.");
    }
    try {
      SealCheck.Finding finding = parts.check().check(pdf);
      Licences.Verified licence =
          finding.outcome() == SealCheck.Outcome.VALID
              ? number(pdf).flatMap(licences::verifyNumber).orElse(null)
              : null;
      return new Checked(
          finding.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          finding.signer(),
          finding.signedAt() == null ? null : finding.signedAt().toString(),
          licence);
    } finally {
      turn.release();
    }
  }

  private Optional<String> number(byte[] pdf) {
    try {
      return database
          .sql("select number from serve.licence_pdf where sha256 = ?")
          .param(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)))
          .query(String.class)
          .optional();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// @param signature `valid`, `altered`, `unknown-signer`, `unsigned` or `not-pdf`
  /// @param licence what the licence is worth today; null when the file is none of ours
  public record Checked(
      String signature,
      @Nullable String signer,
      @Nullable String signedAt,
      Licences.@Nullable Verified licence) {}
}
