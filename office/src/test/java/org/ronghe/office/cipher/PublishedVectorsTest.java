package org.ronghe.office.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;

/// The Chinese algorithms give the answers their standards print.
class PublishedVectorsTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT));
  }

  private static byte[] sm3(byte[] text) {
    SM3Digest digest = new SM3Digest();
    digest.update(text, 0, text.length);
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return out;
  }

  /// GB/T 32905-2016, annex A.1 and A.2.
  @Test
  void A01_sm3() {
    assertThat(sm3("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    assertThat(sm3("abcd".repeat(16).getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(hex("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"));
  }

  /// GB/T 32907-2016, annex A.1: once, and a million times over (A.2).
  @Test
  void A02_sm4() {
    byte[] block = hex("0123456789abcdeffedcba9876543210");
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(block));
    byte[] text = block.clone();
    engine.processBlock(text, 0, text, 0);
    assertThat(text).isEqualTo(hex("681edf34d206965e86b3e94f536e4246"));
    for (int i = 1; i < 1_000_000; i++) {
      engine.processBlock(text, 0, text, 0);
    }
    assertThat(text).isEqualTo(hex("595298c7c6fd271f0402f804c33d3f66"));
  }

  /// RFC 8998, appendix A.1.
  @Test
  void A03_sm4_gcm() throws GeneralSecurityException {
    byte[] plain =
        hex(
            "aa".repeat(8)
                + "bb".repeat(8)
                + "cc".repeat(8)
                + "dd".repeat(8)
                + "ee".repeat(8)
                + "ff".repeat(8)
                + "ee".repeat(8)
                + "aa".repeat(8));
    Suite.Key key = new Suite.Key(hex("0123456789abcdeffedcba9876543210"));
    byte[] nonce = hex("00001234567800000000abcd");
    byte[] aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] sealed = Suite.SM4.run(true, key, nonce, aad, plain);
    assertThat(sealed)
        .isEqualTo(
            hex(
                """
                17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735
                d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d
                83de3541e4c2b58177e065a9bf7b62ec
                """));
    assertThat(Suite.SM4.run(false, key, nonce, aad, sealed)).isEqualTo(plain);
  }

  /// GB/T 32918.5-2017, annex A.2 (the same as GM/T 0003.5-2012): "message digest" signed with the
  /// standard's private key and random number; its public key verifies it.
  @Test
  void A04_sm2_signature() throws CryptoException {
    var curve = GMNamedCurves.getByName("sm2p256v1");
    var domain = new ECDomainParameters(curve);
    var secret =
        new ECPrivateKeyParameters(
            new BigInteger("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8", 16),
            domain);
    byte[] random = hex("59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21");
    byte[] message = "message digest".getBytes(StandardCharsets.US_ASCII);
    SM2Signer signer = new SM2Signer();
    signer.init(true, new ParametersWithRandom(secret, new FixedSecureRandom(random)));
    signer.update(message, 0, message.length);
    byte[] signature = signer.generateSignature();
    ASN1Sequence pair = ASN1Sequence.getInstance(signature);
    assertThat(ASN1Integer.getInstance(pair.getObjectAt(0)).getPositiveValue().toString(16))
        .isEqualTo("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3");
    assertThat(ASN1Integer.getInstance(pair.getObjectAt(1)).getPositiveValue().toString(16))
        .isEqualTo("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
    var point =
        curve
            .getCurve()
            .createPoint(
                new BigInteger(
                    "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020", 16),
                new BigInteger(
                    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13", 16));
    SM2Signer verifier = new SM2Signer();
    verifier.init(false, new ECPublicKeyParameters(point, domain));
    verifier.update(message, 0, message.length);
    assertThat(verifier.verifySignature(signature)).isTrue();
  }
}
