package org.ronghe.sources.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/// Self-signed key pairs, made by the JDK's keytool.
final class Certificates {
  static final String PASSWORD = "changeit";

  private Certificates() {}

  /// A PKCS#12 file with one key pair for `name`.
  static Path keys(Path folder, String name) throws IOException, InterruptedException {
    Path file = folder.resolve(name + ".p12");
    run(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=IP:127.0.0.1",
        "-keystore",
        file.toString());
    return file;
  }

  /// A PKCS#12 file that trusts the certificate in `keys`.
  static Path trusting(Path folder, Path keys, String name)
      throws IOException, InterruptedException {
    Path certificate = folder.resolve(name + ".crt");
    Path file = folder.resolve("trust-" + name + ".p12");
    run(
        "-exportcert",
        "-alias",
        name,
        "-keystore",
        keys.toString(),
        "-file",
        certificate.toString());
    run(
        "-importcert",
        "-noprompt",
        "-alias",
        name,
        "-keystore",
        file.toString(),
        "-file",
        certificate.toString());
    return file;
  }

  static X509Certificate certificate(Path keys, String name)
      throws IOException, GeneralSecurityException {
    return (X509Certificate) store(keys).getCertificate(name);
  }

  static KeyManagerFactory keyManagers(Path keys) throws IOException, GeneralSecurityException {
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store(keys), PASSWORD.toCharArray());
    return factory;
  }

  static TrustManagerFactory trustManagers(Path trust)
      throws IOException, GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store(trust));
    return factory;
  }

  private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void run(String... arguments) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }
}
