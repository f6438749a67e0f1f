package org.ronghe.sources.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;

/// A table of readings, as a spreadsheet saves it.
class CsvPayloadTest {
  private static final long NOW_US = 1_795_413_600_000_000L;

  @Test
  void A01_rows_become_readings() {
    ReadingPayload payload =
        read(
            """
            point,time,value,quality
            A,2026-11-23T14:00:00+08:00,12.5,good
            B,1795413600000,true,
            C,,开,uncertain
            D,,,
            """);
    assertThat(payload.errors()).isEmpty();
    assertThat(payload.readings())
        .containsExactly(
            SentReading.of("A", NOW_US, 12.5),
            SentReading.of("B", NOW_US, 1),
            new SentReading("C", NOW_US, Double.NaN, "开", Quality.UNCERTAIN),
            new SentReading("D", NOW_US, Double.NaN, null, Quality.BAD_NO_VALUE));
  }

  @Test
  void A02_a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    assertThat(read("\uFEFFpoint,time,value\r\nA,,1\r\n").readings()).hasSize(1);
  }

  @Test
  void B01_bad_rows_are_named_and_good_ones_kept() {
    ReadingPayload payload =
        read(
            """
            point,time,value,quality
            A,2026-11-23 14:00:00,1,
            B,,12,3,good
            C,,1,fine
            ,,1,
            E,,1,
            """);
    assertThat(payload.readings()).extracting(SentReading::point).containsExactly("E");
    assertThat(payload.indexes()).containsExactly(4);
    assertThat(payload.errors())
        .extracting(e -> e.index() + " " + e.fault().code())
        .containsExactly(
            "0 time-without-offset", "1 not-a-reading", "2 not-a-quality", "3 missing-point");
    assertThat(payload.errors().get(1).message()).contains("decimal sign is a comma");
  }

  @Test
  void C01_a_foreign_table_is_refused_with_a_guess() {
    assertThat(refusal("point;time;value\nA;;1\n")).contains("separator is ;");
    assertThat(refusal("A,,1\n")).contains("first row must be");
    assertThat(refusal("")).contains("empty");
    byte[] chinese = "point,time,value\nA,,开\n".getBytes(Charset.forName("GB18030"));
    assertThat(CsvPayload.read(chinese, NOW_US).errors().getFirst().message()).contains("UTF-8");
  }

  private static String refusal(String text) {
    ReadingPayload payload = read(text);
    assertThat(payload.readings()).isEmpty();
    assertThat(payload.errors()).hasSize(1);
    return payload.errors().getFirst().message();
  }

  private static ReadingPayload read(String text) {
    return CsvPayload.read(text.getBytes(StandardCharsets.UTF_8), NOW_US);
  }
}
