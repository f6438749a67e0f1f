package org.ronghe.office.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// Signs PDF files for the county: PAdES baseline B (a detached CMS signature over all bytes of the
/// file but itself, naming the certificate it is made with).
public final class CountySeal {
  private static final int ROOM_BYTES = 12 << 10;
  private final SealKeys keys;
  private final Clock clock;

  public CountySeal(SealKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// The whole file, signed.
  ///
  /// @param pdf a complete PDF without a signature
  /// @param reason shown by readers, e.g. 电子证照签发
  public byte[] sign(byte[] pdf, String by, String reason) {
    SealKey key = keys.current();
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions()) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
      signature.setName(by);
      signature.setReason(reason);
      Calendar at = Calendar.getInstance(TimeZone.getTimeZone("Asia/Shanghai"));
      at.setTime(Date.from(clock.instant()));
      signature.setSignDate(at);
      options.setPreferredSignatureSize(ROOM_BYTES);
      document.addSignature(signature, content -> cms(key, content), options);
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 3 * ROOM_BYTES);
      document.saveIncremental(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] cms(SealKey key, InputStream content) throws IOException {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder()
                      .setProvider(BouncyCastle.provider())
                      .build())
              .setSignedAttributeGenerator(attributes(key))
              .build(
                  new JcaContentSignerBuilder(key.algorithm().signature())
                      .setProvider(BouncyCastle.provider())
                      .build(key.secret()),
                  key.certificate()));
      generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
      return generator
          .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
          .getEncoded("DER");
    } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
      throw new IOException(e);
    }
  }

  /// The time is in the PDF, not here (PAdES); the certificate's hash is.
  private static DefaultSignedAttributeTableGenerator attributes(SealKey key)
      throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.certificate().getEncoded());
    Hashtable<ASN1ObjectIdentifier, Attribute> named = new Hashtable<>();
    named.put(
        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
    return new DefaultSignedAttributeTableGenerator(new AttributeTable(named)) {
      @Override
      @SuppressWarnings({"rawtypes", "unchecked"})
      protected Hashtable createStandardAttributeTable(java.util.Map parameters) {
        Hashtable table = super.createStandardAttributeTable(parameters);
        table.remove(CMSAttributes.signingTime);
        table.remove(CMSAttributes.cmsAlgorithmProtect);
        return table;
      }
    };
  }
}
