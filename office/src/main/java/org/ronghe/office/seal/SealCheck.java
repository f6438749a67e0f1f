package org.ronghe.office.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;
import org.jspecify.annotations.Nullable;

/// Says whether a PDF is, byte for byte, what this county's seal signed.
public final class SealCheck {
  private final SealKeys keys;

  public SealCheck(SealKeys keys) {
    this.keys = keys;
  }

  /// What a PDF proves.
  public enum Outcome {
    /// Signed by this county and unchanged.
    VALID,
    /// Signed, but not the bytes that were signed, or more was added.
    ALTERED,
    /// Unchanged, but signed by someone else.
    UNKNOWN_SIGNER,
    /// A PDF without a signature.
    UNSIGNED,
    /// No PDF at all.
    NOT_PDF
  }

  /// @param signer common name; null when nothing was proved
  /// @param signedAt as the signer says
  public record Finding(Outcome outcome, @Nullable String signer, @Nullable Instant signedAt) {
    static Finding of(Outcome outcome) {
      return new Finding(outcome, null, null);
    }
  }

  public Finding check(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<PDSignature> signatures = document.getSignatureDictionaries();
      if (signatures.isEmpty()) {
        return Finding.of(Outcome.UNSIGNED);
      }
      PDSignature signature = signatures.getLast();
      byte[] cms = whole(pdf, signature.getByteRange());
      return cms == null || signatures.size() > 1
          ? Finding.of(Outcome.ALTERED)
          : check(signature, signature.getSignedContent(pdf), cms);
    } catch (IOException | RuntimeException _) {
      // a parser fed with anything may fail in any way
      boolean looksLikePdf =
          pdf.length > 4 && new String(pdf, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
      return Finding.of(looksLikePdf ? Outcome.ALTERED : Outcome.NOT_PDF);
    }
  }

  /// The signature, when it covers the whole file but itself and nothing hides in its place.
  private static byte @Nullable [] whole(byte[] pdf, int[] range) throws IOException {
    if (range.length != 4
        || range[0] != 0
        || range[1] < 1
        || range[2] <= range[1] + 2
        || range[3] < 1
        || range[2] + (long) range[3] != pdf.length) {
      return null;
    }
    byte[] gap = Arrays.copyOfRange(pdf, range[1], range[2]);
    String text = new String(gap, StandardCharsets.US_ASCII);
    if (!text.matches("<[0-9A-F]+>") || text.length() % 2 != 0) {
      return null;
    }
    byte[] padded = HexFormat.of().parseHex(text.substring(1, text.length() - 1));
    try (var in = new org.bouncycastle.asn1.ASN1InputStream(padded)) {
      byte[] der = in.readObject().getEncoded("DER");
      byte[] again = Arrays.copyOf(der, padded.length);
      return Arrays.equals(again, padded) ? der : null;
    }
  }

  private Finding check(PDSignature signature, byte[] content, byte[] cms) throws IOException {
    try {
      CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), cms);
      if (data.getSignerInfos().size() != 1) {
        return Finding.of(Outcome.ALTERED);
      }
      SignerInformation signer = data.getSignerInfos().iterator().next();
      @SuppressWarnings("unchecked")
      Selector<X509CertificateHolder> whose = signer.getSID();
      var found = data.getCertificates().getMatches(whose).stream().findFirst();
      if (found.isEmpty()) {
        return Finding.of(Outcome.ALTERED);
      }
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .setProvider(BouncyCastle.provider())
              .getCertificate(found.get());
      boolean fits =
          signer.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(BouncyCastle.provider())
                  .build(certificate));
      if (!fits) {
        return Finding.of(Outcome.ALTERED);
      }
      boolean ours = keys.certificates().contains(certificate);
      if (ours && !asWritten(data, signer, found.get(), content, cms)) {
        return Finding.of(Outcome.ALTERED);
      }
      return new Finding(
          ours ? Outcome.VALID : Outcome.UNKNOWN_SIGNER,
          certificate.getSubjectX500Principal().getName(),
          signature.getSignDate() == null ? null : signature.getSignDate().toInstant());
    } catch (CMSException | GeneralSecurityException | OperatorCreationException _) {
      return Finding.of(Outcome.ALTERED);
    }
  }

  /// The wrapping of a signature is not signed: ours is compared with how we write it, so that not
  /// even a byte without meaning can change.
  private static boolean asWritten(
      CMSSignedData data,
      SignerInformation signer,
      X509CertificateHolder certificate,
      byte[] content,
      byte[] cms)
      throws CMSException, IOException {
    SignerInfo info = signer.toASN1Structure();
    AlgorithmIdentifier signature = info.getDigestEncryptionAlgorithm();
    SignerInfo plain =
        new SignerInfo(
            info.getSID(),
            info.getDigestAlgorithm(),
            info.getAuthenticatedAttributes(),
            signature,
            info.getEncryptedDigest(),
            null);
    boolean known =
        Arrays.stream(SealAlgorithm.values())
            .map(one -> new DefaultSignatureAlgorithmIdentifierFinder().find(one.signature()))
            .anyMatch(one ->
                one.equals(signature)
                    && new DefaultDigestAlgorithmIdentifierFinder()
                        .find(one)
                        .equals(info.getDigestAlgorithm()));
    CMSSignedDataGenerator again = new CMSSignedDataGenerator();
    again.addSigners(data.getSignerInfos());
    again.addCertificate(certificate);
    return known
        && Arrays.equals(plain.getEncoded("DER"), info.getEncoded("DER"))
        && Arrays.equals(
            cms, again.generate(new CMSProcessableByteArray(content), false).getEncoded("DER"));
  }
}
