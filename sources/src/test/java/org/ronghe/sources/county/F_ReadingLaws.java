package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.sources.county.PackageFolder.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.ronghe.model.county.County;
import org.ronghe.sources.county.notice.Likely;

/// What holds for every package.
class F_ReadingLaws {

  /// Gives `story` an empty folder, and removes it afterwards.
  private static <T> T inFolder(Function<Path, T> story) {
    try {
      Path dir = Files.createTempDirectory("ronghe-laws");
      try {
        return story.apply(dir);
      } finally {
        remove(dir);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path dir) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Property(tries = 20)
  void the_order_of_rows_does_not_matter(@ForAll long seed) {
    PackageReading first = inFolder(dir -> template(dir).read());
    PackageReading second =
        inFolder(dir -> {
          PackageFolder folder = template(dir);
          shuffle(dir, new Random(seed));
          return folder.read();
        });

    assertThat(second.notices()).isEmpty();
    assertThat(rows(second)).isEqualTo(rows(first));
    assertThat(second.files()).isEqualTo(first.files());
  }

  private static PackageFolder template(Path dir) {
    try {
      CountyTemplate.write(dir);
      return new PackageFolder(dir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void shuffle(Path dir, Random random) {
    try (Stream<Path> all = Files.list(dir)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".csv")).sorted().toList()) {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.shuffle(lines.subList(1, lines.size()), random);
        Files.write(file, lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Set<Object>> rows(PackageReading reading) {
    County county = reading.county().orElseThrow();
    return Stream.<Collection<?>>of(
            county.divisions(),
            county.places(),
            county.people(),
            county.facilities(),
            county.nodes(),
            county.links(),
            county.tunnels(),
            county.compartments(),
            county.sections(),
            county.equipment(),
            county.roads(),
            county.points())
        .map(rows -> (Set<Object>) new HashSet<Object>(rows))
        .toList();
  }

  @Property(tries = 20)
  void the_same_package_has_the_same_fingerprint_and_any_other_a_different_one(
      @ForAll @IntRange(min = 1, max = 100) int population) {
    String first = inFolder(dir -> people(dir, population).read().fingerprint());
    String again = inFolder(dir -> people(dir, population).read().fingerprint());
    String other = inFolder(dir -> people(dir, population + 1).read().fingerprint());

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  private static PackageFolder people(Path dir, int count) {
    return new PackageFolder(dir)
        .county(entry("people.csv", "people", "none"))
        .file(
            "people.csv",
            "division,census_date,sex,age_from,age_to,count\n140404,2020-11-01,all,0,120,%d\n"
                .formatted(count));
  }

  @Property(tries = 100)
  void no_text_in_a_cell_makes_the_reader_fall(@ForAll @StringLength(max = 40) String text) {
    String cell = "\"" + text.replace("\"", "\"\"") + "\"";
    PackageReading reading =
        inFolder(dir ->
            new PackageFolder(dir)
                .county(entry("roads.csv", "roads", "WGS-84"))
                .file(
                    "roads.csv",
                    "id,name,class,width_m,wkt\nR1,路,%s,%s,%s\n".formatted(cell, cell, cell))
                .read());

    assertThat(reading.hasErrors()).isTrue();
    FileCount roads = reading.files().getLast();
    assertThat(roads.good()).isZero();
  }

  @Property(tries = 40)
  void no_file_makes_the_reader_fall(@ForAll byte[] bytes) {
    for (String name : List.of("a.csv", "a.xlsx", "a.geojson", "a.gpkg", "a.osm.pbf")) {
      PackageReading reading =
          inFolder(dir ->
              new PackageFolder(dir)
                  .county(entry(name, "roads", "WGS-84"))
                  .file(name, bytes)
                  .read());
      assertThat(reading.hasErrors()).as(name).isTrue();
    }
  }

  @Property
  void a_word_with_one_slip_is_guessed(
      @ForAll @StringLength(min = 4, max = 12) @CharRange(from = 'a', to = 'z') String word,
      @ForAll @IntRange(min = 0, max = 3) int at) {
    String slip = word.substring(0, at) + "ß" + word.substring(at + 1);

    assertThat(Likely.of(slip, List.of("00000000000000", word))).contains(word);
  }
}
