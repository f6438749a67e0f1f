package org.ronghe.office.seal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.ronghe.office.cipher.PrivateFile;

/// The keys of the county's seal, below the secrets: `NNNN-ALGORITHM.key` (PKCS #8) and `.crt`. The
/// newest of the wanted algorithm signs; the certificates of all others still prove what they
/// signed. Made when first asked for, readable by their owner only, never logged.
public final class SealKeys {
  private static final Duration VALID_FOR = Duration.ofDays(3653);
  private final Path folder;
  private final SealAlgorithm wanted;
  private final String holder;
  private final Clock clock;

  /// @param holder whose seal it is, e.g. the county's name; the common name of the certificate
  public SealKeys(Path folder, SealAlgorithm wanted, String holder, Clock clock) {
    this.folder = folder;
    this.wanted = wanted;
    this.holder = holder;
    this.clock = clock;
  }

  /// The key that signs; made when there is none or the last one has expired.
  synchronized SealKey current() {
    return newest()
        .filter(key -> clock.instant().isBefore(key.certificate().getNotAfter().toInstant()))
        .orElseGet(this::make);
  }

  /// A new key from now on; what the old ones signed stays valid.
  public synchronized X509Certificate rotate() {
    return make().certificate();
  }

  /// The certificate of the key that signs.
  public X509Certificate certificate() {
    return current().certificate();
  }

  /// Every certificate there was, the newest last.
  public synchronized List<X509Certificate> certificates() {
    List<X509Certificate> all = new ArrayList<>();
    for (Path file : files(".crt")) {
      all.add(certificate(file));
    }
    return List.copyOf(all);
  }

  private Optional<SealKey> newest() {
    return files("-" + wanted.code() + ".key").reversed().stream().findFirst().map(this::read);
  }

  private SealKey read(Path file) {
    String name = file.getFileName().toString();
    try (PemReader pem = new PemReader(Files.newBufferedReader(file))) {
      PemObject found = pem.readPemObject();
      if (found == null) {
        throw new IOException(file + " holds no key");
      }
      return new SealKey(
          Integer.parseInt(name.substring(0, 4)),
          wanted,
          KeyFactory.getInstance(wanted.keyKind(), BouncyCastle.provider())
              .generatePrivate(new PKCS8EncodedKeySpec(found.getContent())),
          certificate(file.resolveSibling(name.replace(".key", ".crt"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(file + " holds no key of " + wanted.code(), e);
    }
  }

  private X509Certificate certificate(Path file) {
    try (PEMParser pem = new PEMParser(new StringReader(Files.readString(file)))) {
      if (pem.readObject() instanceof X509CertificateHolder found) {
        return new JcaX509CertificateConverter()
            .setProvider(BouncyCastle.provider())
            .getCertificate(found);
      }
      throw new IOException(file + " holds no certificate");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(file + " holds no certificate", e);
    }
  }

  /// The certificate first: a key counts only when its file is there.
  private SealKey make() {
    int number =
        1
            + files(".crt").stream()
                .mapToInt(file -> Integer.parseInt(file.getFileName().toString().substring(0, 4)))
                .max()
                .orElse(0);
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      KeyPair keys = wanted.freshKeys(BouncyCastle.provider());
      X509Certificate certificate = selfSigned(keys);
      String name = "%04d-%s".formatted(number, wanted.code());
      PrivateFile.write(folder.resolve(name + ".crt"), pem(certificate));
      PrivateFile.write(
          folder.resolve(name + ".key"),
          pem(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded())));
      return new SealKey(number, wanted, keys.getPrivate(), certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate selfSigned(KeyPair keys)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    Instant now = clock.instant();
    var name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "CN")
            .addRDN(BCStyle.CN, holder)
            .build();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(127, new SecureRandom()).setBit(126),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(VALID_FOR)),
            name,
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    return new JcaX509CertificateConverter()
        .setProvider(BouncyCastle.provider())
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder(wanted.signature())
                    .setProvider(BouncyCastle.provider())
                    .build(keys.getPrivate())));
  }

  /// A certificate as text others can use.
  public static String pem(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private List<Path> files(String end) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d{4}-[a-z0-9]+\\.(key|crt)"))
          .filter(file -> file.getFileName().toString().endsWith(end))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
