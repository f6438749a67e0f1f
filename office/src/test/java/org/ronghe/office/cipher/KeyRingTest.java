package org.ronghe.office.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.problem.Refusal;

/// What is sealed opens as it was with the key it was sealed with, whichever is in use now, and
/// with nothing else.
class KeyRingTest {
  @TempDir Path folder;

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void A01_both_ciphers_are_read_after_a_switch() {
    byte[] before = KeyRing.open(folder, Suite.AES).seal(text("李梅"), "one");
    KeyRing switched = KeyRing.open(folder, Suite.SM4);
    byte[] after = switched.seal(text("王强"), "two");
    assertThat(switched.isCurrent(before)).isFalse();
    assertThat(switched.isCurrent(after)).isTrue();
    KeyRing back = KeyRing.open(folder, Suite.AES);
    assertThat(back.current()).isEqualTo(2);
    assertThat(back.open(before, "one")).isEqualTo(text("李梅"));
    assertThat(back.open(after, "two")).isEqualTo(text("王强"));
    assertThat(back.fingerprint("1")).isEqualTo(switched.fingerprint("1"));
  }

  @Test
  void A02_keys_are_for_their_owner_only_and_never_said() throws IOException {
    KeyRing ring = KeyRing.open(folder, Suite.SM4);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(ring.toString()).doesNotContain(Files.readString(folder.resolve("field-keys")));
    Files.writeString(folder.resolve("field-keys"), "1 SM4 00112233\n");
    assertThatThrownBy(() -> KeyRing.open(folder, Suite.SM4))
        .isInstanceOf(Refusal.class)
        .hasMessageNotContaining("00112233");
  }

  @Test
  void A03_keys_tell_since_when_and_old_files_are_read() throws IOException {
    KeyRing ring = KeyRing.open(folder, Suite.AES);
    ring.rotate(Suite.AES);
    KeyRing again = KeyRing.open(folder, Suite.AES);
    assertThat(again.keys()).extracting(KeyRing.Known::number).containsExactly(0, 1);
    assertThat(again.keys()).allSatisfy(key -> assertThat(key.since()).isNotNull());
    byte[] sealed = again.seal(text("x"), "one");
    assertThat(KeyRing.keyOf(sealed)).isEqualTo(1);
    Path file = folder.resolve("field-keys");
    Files.writeString(file, Files.readString(file).replaceFirst(" [^ ]*\\n$", "\n"));
    KeyRing before = KeyRing.open(folder, Suite.AES);
    assertThat(before.keys().getLast().since()).isNull();
    assertThat(before.open(sealed, "one")).isEqualTo(text("x"));
  }

  @Test
  void A04_another_countys_key_opens_nothing(@TempDir Path other) {
    byte[] sealed = KeyRing.open(folder, Suite.SM4).seal(text("李梅"), "one");
    KeyRing stranger = KeyRing.open(other, Suite.SM4);
    assertThatThrownBy(() -> stranger.open(sealed, "one"))
        .isInstanceOf(FieldCipher.BrokenSeal.class);
    stranger.rotate(Suite.AES);
    byte[] unknown = KeyRing.open(folder, Suite.AES).seal(text("x"), "one");
    unknown[5] = 9;
    assertThatThrownBy(() -> stranger.open(unknown, "one"))
        .isInstanceOf(FieldCipher.BrokenSeal.class)
        .hasStackTraceContaining("no key 9");
  }

  @Provide
  Arbitrary<KeyRing> rings() {
    return Arbitraries.of(List.of(ring(Suite.AES, 0), ring(Suite.SM4, 0), ring(Suite.AES, 2)));
  }

  private static KeyRing ring(Suite suite, int rotations) {
    try {
      Path fresh = Files.createTempDirectory("ring");
      KeyRing ring = KeyRing.open(fresh, suite);
      for (int i = 0; i < rotations; i++) {
        ring.rotate(suite);
      }
      return ring;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Property(tries = 300)
  void B01_what_is_sealed_opens_the_same(
      @ForAll("rings") KeyRing ring, @ForAll byte[] plain, @ForAll String context) {
    assertThat(ring.open(ring.seal(plain, context), context)).isEqualTo(plain);
  }

  @Property(tries = 300)
  void B02_any_changed_bit_and_any_other_place_is_found(
      @ForAll("rings") KeyRing ring, @ForAll byte[] plain, @ForAll int where) {
    byte[] sealed = ring.seal(plain, "here");
    assertThatThrownBy(() -> ring.open(sealed, "there")).isInstanceOf(FieldCipher.BrokenSeal.class);
    int bit = Math.floorMod(where, sealed.length * 8);
    sealed[bit / 8] ^= (byte) (1 << bit % 8);
    assertThatThrownBy(() -> ring.open(sealed, "here")).isInstanceOf(FieldCipher.BrokenSeal.class);
  }

  @Property(tries = 60)
  void C01_files_come_back_whole_and_any_changed_bit_is_found(
      @ForAll("rings") KeyRing ring, @ForAll int size, @ForAll int where) throws IOException {
    Path place = Files.createTempDirectory("sealed");
    SealedFiles files = new SealedFiles(place, ring);
    byte[] plain = new byte[Math.floorMod(size, 3 * (64 << 10))];
    new java.util.Random(size).nextBytes(plain);
    String name = files.put(new ByteArrayInputStream(plain));
    assertThat(files.put(new ByteArrayInputStream(plain))).isEqualTo(name);
    try (InputStream content = files.open(name)) {
      assertThat(content.readAllBytes()).isEqualTo(plain);
    }
    Path file = place.resolve(name.substring(0, 2)).resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    int bit = Math.floorMod(where, bytes.length * 8);
    byte[] changed = bytes.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    Files.write(file, changed);
    assertBroken(files, name);
    // at least a byte: nothing at all is the empty file, as it was kept before files were sealed
    Files.write(file, java.util.Arrays.copyOf(bytes, 1 + Math.floorMod(where, bytes.length - 1)));
    assertBroken(files, name);
  }

  private static void assertBroken(SealedFiles files, String name) {
    assertThatThrownBy(
            () -> {
              try (InputStream content = files.open(name)) {
                content.readAllBytes();
              }
            })
        .isInstanceOf(FieldCipher.BrokenSeal.class);
  }

  @Test
  void C02_files_are_sealed_again_and_orphans_go() throws IOException {
    KeyRing ring = KeyRing.open(folder, Suite.AES);
    Path place = folder.resolve("files");
    SealedFiles files = new SealedFiles(place, ring);
    String kept = files.put(new ByteArrayInputStream(text("a".repeat(200_000))));
    String orphan = files.put(new ByteArrayInputStream(text("b")));
    Path part = Files.writeString(place.resolve("in-1.part"), "half");
    Files.setLastModifiedTime(part, FileTime.from(Instant.EPOCH));
    ring.rotate(Suite.SM4);
    assertThat(files.byKey()).containsExactly(java.util.Map.entry(0, 2L));
    assertThat(files.reseal(_ -> {})).isEqualTo(2);
    assertThat(files.byKey()).containsExactly(java.util.Map.entry(1, 2L));
    assertThat(files.reseal(_ -> {})).isZero();
    assertThat(files.removeOrphans(Instant.now().plusSeconds(60), kept::equals)).isEqualTo(2);
    assertThat(files.has(orphan)).isFalse();
    try (InputStream content = files.open(kept)) {
      assertThat(content.readAllBytes()).hasSize(200_000);
    }
  }
}
