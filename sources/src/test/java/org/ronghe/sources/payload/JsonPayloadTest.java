package org.ronghe.sources.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;

/// What a device may write, from one plain reading to what an enemy would send.
class JsonPayloadTest {
  private static final long NOW_US = 1_795_413_600_000_000L; // 2026-11-23T06:00:00Z

  @Test
  void A01_one_reading() {
    assertThat(
            read("{\"point\":\"T1.G.003.CH4\",\"time\":\"2026-11-23T06:00:00Z\",\"value\":12.3}")
                .readings())
        .containsExactly(SentReading.of("T1.G.003.CH4", NOW_US, 12.3));
  }

  @Test
  void A02_an_array_and_an_object_with_readings_say_the_same() {
    String array = "[{\"point\":\"A\",\"value\":1},{\"point\":\"B\",\"value\":2}]";
    assertThat(read("{\"readings\":" + array + "}")).isEqualTo(read(array));
    assertThat(read(array).readings()).hasSize(2);
  }

  @Test
  void A03_without_a_time_the_receive_time_counts_and_without_a_quality_good() {
    assertThat(read("{\"point\":\"A\",\"value\":1}").readings())
        .containsExactly(SentReading.of("A", NOW_US, 1));
  }

  @Test
  void A04_a_topic_that_names_the_point_takes_a_bare_value() {
    assertThat(point("12.5")).isEqualTo(SentReading.of("A", NOW_US, 12.5));
    assertThat(point("true")).isEqualTo(SentReading.of("A", NOW_US, 1));
    assertThat(point("\"开\""))
        .isEqualTo(new SentReading("A", NOW_US, Double.NaN, "开", Quality.GOOD));
    assertThat(point("{\"value\":3,\"quality\":\"Uncertain\"}"))
        .isEqualTo(new SentReading("A", NOW_US, 3, null, Quality.UNCERTAIN));
  }

  @Test
  void A05_no_value_is_a_bad_reading_not_a_zero() {
    assertThat(point("null"))
        .isEqualTo(new SentReading("A", NOW_US, Double.NaN, null, Quality.BAD_NO_VALUE));
    assertThat(point("{\"quality\":\"bad-sensor-failure\"}").quality())
        .isEqualTo(Quality.BAD_SENSOR_FAILURE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T06:00:00Z, 0",
    "2026-11-23T14:00:00+08:00, 0",
    "2026-11-23T14:00:00+0800, 0",
    "2026-11-23 14:00:00.5+08, 500000",
    "2026-11-23T06:00:00.123456789Z, 123456",
    "2026-11-23T00:30-05:30, 0",
  })
  void A06_times_with_an_offset(String time, long after_us) {
    assertThat(point("{\"value\":1,\"time\":\"" + time + "\"}").sourceTime_us())
        .isEqualTo(NOW_US + after_us);
  }

  @Test
  void A07_times_in_epoch_milliseconds() {
    assertThat(point("{\"value\":1,\"time\":1795413600000}").sourceTime_us()).isEqualTo(NOW_US);
    assertThat(point("{\"value\":1,\"time\":1795413600000.25}").sourceTime_us())
        .isEqualTo(NOW_US + 250);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'value':1}                                    | missing-point       |",
        "{'tag':'A','value':1}                          | missing-point       | named \"tag\"",
        "{'point':'A B','value':1}                      | point-id            | space",
        "{'point':7,'value':1}                          | point-id            | quotes",
        "{'point':'A'}                                  | missing-value       |",
        "{'point':'A','val':1}                          | missing-value       | named \"val\"",
        "{'point':'A','value':[1]}                      | not-a-value         |",
        "{'point':'A','value':1e999}                    | not-a-value         |",
        "{'point':'A','value':1,'time':'2026-11-23T06:00:00'} | time-without-offset | +08:00",
        "{'point':'A','value':1,'time':'yesterday'}     | not-a-time          | 2026-11-23T",
        "{'point':'A','value':1,'time':'2026-02-29T06:00:00Z'} | not-a-time   |",
        "{'point':'A','value':1,'time':'1795413600000'} | not-a-time          | remove the quotes",
        "{'point':'A','value':1,'time':1795413600}      | time-out-of-range   | seconds",
        "{'point':'A','value':1,'time':1795413600000000}| time-out-of-range   | microseconds",
        "{'point':'A','value':1,'time':'1969-01-01T00:00:00Z'} | time-out-of-range |",
        "{'point':'A','value':1,'quality':'fine'}       | not-a-quality       | good",
        "{'point':'A','value':1,'value':2}              | duplicate-field     |",
        "5                                              | not-a-reading       | points/{id}",
      })
  void B01_what_is_wrong_is_named_with_a_guess(String sent, String code, String maybe) {
    ReadingPayload payload = read(sent.replace('\'', '"'));
    assertThat(payload.readings()).isEmpty();
    assertThat(payload.errors()).hasSize(1);
    PayloadError error = payload.errors().getFirst();
    assertThat(error.fault().code()).isEqualTo(code);
    assertThat(error.message()).contains(maybe == null ? "" : maybe);
  }

  @Test
  void B02_one_bad_reading_does_not_take_the_others_with_it() {
    ReadingPayload payload =
        read("[{\"point\":\"A\",\"value\":1},3,{\"value\":2},{\"point\":\"B\",\"value\":4}]");
    assertThat(payload.readings()).extracting(SentReading::point).containsExactly("A", "B");
    assertThat(payload.indexes()).containsExactly(0, 3);
    assertThat(payload.errors()).extracting(PayloadError::index).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'point':'A','value':1}|",
        "{'point':'A','value':1} {'point':'B','value':2}|array",
        "{'point':'A','value':NaN}|null",
        "{'point':'A','value':012}|",
        "|empty",
        "point,time,value|CSV",
      })
  void C01_what_is_not_json_is_refused_whole(String sent, String maybe) {
    ReadingPayload payload = read(sent == null ? "" : sent.replace('\'', '"'));
    assertThat(payload.readings()).isEmpty();
    assertThat(payload.errors()).hasSize(1);
    assertThat(payload.errors().getFirst().fault()).isEqualTo(PayloadFault.NOT_JSON);
    assertThat(payload.errors().getFirst().message()).contains(maybe == null ? "" : maybe);
  }

  @Test
  void C02_depth_length_and_number_are_bounded() {
    assertThat(fault("{\"x\":".repeat(10_000))).isEqualTo(PayloadFault.NOT_JSON);
    assertThat(fault("{\"point\":\"A\",\"value\":" + "9".repeat(5_000) + "}"))
        .isEqualTo(PayloadFault.NOT_JSON);
    assertThat(fault("{\"point\":\"A\",\"value\":\"" + "x".repeat(300) + "\"}"))
        .isEqualTo(PayloadFault.NOT_A_VALUE);
    assertThat(fault(" ".repeat(ReadingPayload.MAX_BYTES + 1))).isEqualTo(PayloadFault.TOO_LARGE);
    String many =
        IntStream.rangeClosed(0, ReadingPayload.MAX_READINGS)
            .mapToObj(_ -> "{\"point\":\"A\",\"value\":1}")
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(fault(many)).isEqualTo(PayloadFault.TOO_MANY);
  }

  @Test
  void C03_invalid_utf_8_is_refused() {
    byte[] sent = "{\"point\":\"A\",\"value\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
    sent[22] = (byte) 0xC3;
    assertThat(JsonPayload.read(sent, NOW_US).readings()).isEmpty();
  }

  @Property
  void D01_any_time_is_read_as_the_jdk_reads_it(
      @ForAll @LongRange(min = 100_000_000, max = 4_000_000_000L) long second,
      @ForAll @LongRange(min = -18 * 60, max = 18 * 60) long offset_min) {
    var offset = java.time.ZoneOffset.ofTotalSeconds((int) offset_min * 60);
    String iso =
        OffsetDateTime.ofInstant(java.time.Instant.ofEpochSecond(second), offset).toString();
    assertThat(SourceTime.ofIso(iso)).as(iso).isEqualTo(second * 1_000_000);
  }

  @Property
  void D02_any_number_comes_through_exactly(
      @ForAll @DoubleRange(min = -1e300, max = 1e300) double value) {
    assertThat(point(Double.toString(value)).value()).isEqualTo(value);
  }

  @Property(tries = 300)
  void D03_a_damaged_message_never_throws_and_counts_add_up(@ForAll long seed) {
    byte[] sent =
        "[{\"point\":\"A\",\"time\":1795413600000,\"value\":1.5},{\"point\":\"B\",\"value\":null}]"
            .getBytes(StandardCharsets.UTF_8);
    var random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      sent[random.nextInt(sent.length)] = (byte) random.nextInt();
    }
    ReadingPayload payload = JsonPayload.read(sent, NOW_US);
    assertThat(payload.indexes()).hasSameSizeAs(payload.readings());
    assertThat(payload.readings().size() + payload.errors().size()).isLessThanOrEqualTo(40);
  }

  private static PayloadFault fault(String sent) {
    ReadingPayload payload = read(sent);
    assertThat(payload.readings()).isEmpty();
    return payload.errors().getFirst().fault();
  }

  private static SentReading point(String sent) {
    ReadingPayload payload =
        JsonPayload.readPoint(sent.getBytes(StandardCharsets.UTF_8), "A", NOW_US);
    assertThat(payload.errors()).isEmpty();
    return payload.readings().getFirst();
  }

  private static ReadingPayload read(String sent) {
    return JsonPayload.read(sent.getBytes(StandardCharsets.UTF_8), NOW_US);
  }
}
