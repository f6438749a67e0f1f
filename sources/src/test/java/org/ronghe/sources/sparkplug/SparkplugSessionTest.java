package org.ronghe.sources.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Date;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.PropertyDataType;
import org.eclipse.tahu.message.model.PropertySet.PropertySetBuilder;
import org.eclipse.tahu.message.model.PropertyValue;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.payload.PayloadFault;
import org.ronghe.sources.payload.ReadingPayload;
import org.ronghe.sources.sparkplug.SparkplugSession.Taken;

/// An edge node's life, from birth to death. All messages are made by Eclipse Tahu's encoder.
class SparkplugSessionTest {
  private static final long TIME_ms = 1_795_413_600_123L;
  private static final long NOW_us = 1_795_413_601_000_000L;

  private final SparkplugSession session = new SparkplugSession();

  @Test
  void A01_every_scalar_type_is_read_as_it_was_written() throws Exception {
    Taken taken =
        send(
            "NBIRTH",
            payload(0)
                .addMetric(metric("a.int8", MetricDataType.Int8, (byte) -7))
                .addMetric(metric("a.int16", MetricDataType.Int16, (short) -300))
                .addMetric(metric("a.int32", MetricDataType.Int32, -70_000))
                .addMetric(metric("a.int64", MetricDataType.Int64, -5_000_000_000L))
                .addMetric(metric("a.uint8", MetricDataType.UInt8, (short) 250))
                .addMetric(metric("a.uint16", MetricDataType.UInt16, 65_000))
                .addMetric(metric("a.uint32", MetricDataType.UInt32, 4_000_000_000L))
                .addMetric(
                    metric(
                        "a.uint64", MetricDataType.UInt64, new BigInteger("18446744073709551615")))
                .addMetric(metric("a.float", MetricDataType.Float, 1.5f))
                .addMetric(metric("a.double", MetricDataType.Double, -2.25))
                .addMetric(metric("a.bool", MetricDataType.Boolean, true))
                .addMetric(metric("a.date", MetricDataType.DateTime, new Date(TIME_ms)))
                .createPayload());
    assertThat(taken.live().errors()).isEmpty();
    assertThat(taken.live().readings())
        .extracting(SentReading::value)
        .containsExactly(
            -7.0,
            -300.0,
            -70_000.0,
            -5e9,
            250.0,
            65_000.0,
            4e9,
            18446744073709551615.0,
            1.5,
            -2.25,
            1.0,
            (double) TIME_ms);
    assertThat(taken.live().readings())
        .extracting(SentReading::sourceTime_us)
        .containsOnly(TIME_ms * 1_000);
  }

  @Test
  void A02_texts_nulls_and_qualities() throws Exception {
    var bad = new PropertySetBuilder().addProperty("Quality", quality(0)).createPropertySet();
    var stale = new PropertySetBuilder().addProperty("Quality", quality(500)).createPropertySet();
    Taken taken =
        send(
            "NBIRTH",
            payload(0)
                .addMetric(metric("a.text", MetricDataType.String, "开"))
                .addMetric(metric("a.null", MetricDataType.Double, null))
                .addMetric(
                    new MetricBuilder("a.bad", MetricDataType.Double, 1.0)
                        .timestamp(new Date(TIME_ms))
                        .properties(bad)
                        .createMetric())
                .addMetric(
                    new MetricBuilder("a.stale", MetricDataType.Double, 1.0)
                        .timestamp(new Date(TIME_ms))
                        .properties(stale)
                        .createMetric())
                .createPayload());
    assertThat(taken.live().readings())
        .containsExactly(
            new SentReading("a.text", TIME_ms * 1_000, Double.NaN, "开", Quality.GOOD),
            new SentReading("a.null", TIME_ms * 1_000, Double.NaN, null, Quality.BAD_NO_VALUE),
            new SentReading("a.bad", TIME_ms * 1_000, 1.0, null, Quality.BAD),
            new SentReading(
                "a.stale", TIME_ms * 1_000, 1.0, null, Quality.UNCERTAIN_LAST_USABLE_VALUE));
  }

  @Test
  void A03_what_a_node_says_of_itself_is_no_reading_and_folders_become_dots() throws Exception {
    Taken taken =
        send(
            "NBIRTH",
            payload(0)
                .addMetric(metric("bdSeq", MetricDataType.Int64, 3L))
                .addMetric(metric("Node Control/Rebirth", MetricDataType.Boolean, false))
                .addMetric(metric("Pumps/P1/Pressure", MetricDataType.Double, 1.0))
                .createPayload());
    assertThat(taken.live().readings())
        .extracting(SentReading::point)
        .containsExactly("Pumps.P1.Pressure");
  }

  @Test
  void B01_aliases_stand_for_the_names_of_the_birth() throws Exception {
    born();
    Taken taken =
        send("NDATA", payload(1).addMetric(aliased(7, MetricDataType.Double, 4.5)).createPayload());
    assertThat(taken.live().readings())
        .containsExactly(SentReading.of("a.p", TIME_ms * 1_000, 4.5));
    assertThat(taken.rebirth()).isNull();
  }

  @Test
  void B02_an_unknown_alias_is_reported_and_the_node_asked_to_be_born_again() throws Exception {
    born();
    Taken taken =
        send("NDATA", payload(1).addMetric(aliased(8, MetricDataType.Double, 4.5)).createPayload());
    assertThat(taken.live().errors().getFirst().fault()).isEqualTo(PayloadFault.UNKNOWN_ALIAS);
    SparkplugBPayload command =
        new SparkplugBPayloadDecoder().buildFromByteArray(taken.rebirth(), null);
    assertThat(command.getMetrics().getFirst().getName()).isEqualTo("Node Control/Rebirth");
    assertThat(command.getMetrics().getFirst().getValue()).isEqualTo(true);
  }

  @Test
  void B03_data_before_birth_is_kept_when_it_names_itself_and_a_birth_is_asked_for_once()
      throws Exception {
    SparkplugBPayload data =
        payload(5).addMetric(metric("a.p", MetricDataType.Double, 1.0)).createPayload();
    Taken taken = send("NDATA", data);
    assertThat(taken.live().readings()).hasSize(1);
    assertThat(taken.rebirth()).isNotNull();
    assertThat(send("NDATA", data).rebirth()).as("not every time").isNull();
  }

  @Test
  void B04_sequence_numbers_wrap_at_255_and_a_gap_asks_for_a_birth() throws Exception {
    born();
    for (int n = 1; n <= 600; n++) {
      SparkplugBPayload data =
          payload(n % 256).addMetric(aliased(7, MetricDataType.Double, n)).createPayload();
      assertThat(send("NDATA", data).rebirth()).as("message " + n).isNull();
    }
    SparkplugBPayload late =
        payload(602 % 256).addMetric(aliased(7, MetricDataType.Double, 1.0)).createPayload();
    Taken taken = send("NDATA", late);
    assertThat(taken.live().readings()).as("kept all the same").hasSize(1);
    assertThat(taken.rebirth()).isNotNull();
  }

  @Test
  void B05_historical_metrics_go_their_own_way() throws Exception {
    born();
    Taken taken =
        send(
            "NDATA",
            payload(1)
                .addMetric(
                    new MetricBuilder("a.p", MetricDataType.Double, 1.0)
                        .timestamp(new Date(TIME_ms - 86_400_000))
                        .isHistorical(true)
                        .createMetric())
                .addMetric(metric("a.p", MetricDataType.Double, 2.0))
                .createPayload());
    assertThat(taken.historical().readings()).extracting(SentReading::value).containsExactly(1.0);
    assertThat(taken.live().readings()).extracting(SentReading::value).containsExactly(2.0);
  }

  @Test
  void C01_the_death_of_a_device_marks_its_points_and_no_others() throws Exception {
    born();
    send(
        "DBIRTH",
        "pump",
        payload(1).addMetric(metric("a.d", MetricDataType.Double, 1.0)).createPayload());
    Taken taken = send("DDEATH", "pump", payload(2).createPayload());
    assertThat(taken.live().readings())
        .containsExactly(
            new SentReading("a.d", NOW_us, Double.NaN, null, Quality.BAD_NOT_CONNECTED));
  }

  @Test
  void C02_the_death_of_a_node_marks_all_its_points_once() throws Exception {
    born();
    send(
        "DBIRTH",
        "pump",
        payload(1).addMetric(metric("a.d", MetricDataType.Double, 1.0)).createPayload());
    SparkplugBPayload death = death(3);
    assertThat(send("NDEATH", death).live().readings())
        .extracting(SentReading::point)
        .containsExactlyInAnyOrder("a.p", "a.d");
    assertThat(send("NDEATH", death).live().readings()).isEmpty();
    assertThat(session.lost(NOW_us).readings()).isEmpty();
  }

  @Test
  void C03_the_death_of_an_earlier_life_is_ignored() throws Exception {
    born();
    assertThat(send("NDEATH", death(2)).live().readings()).isEmpty();
    assertThat(session.lost(NOW_us).readings()).extracting(SentReading::point).containsOnly("a.p");
  }

  @Test
  void D01_what_is_not_sparkplug_is_refused() {
    Taken taken = session.take(topic("NDATA", ""), "{\"point\":1}".getBytes(), NOW_us);
    assertThat(taken.live().errors().getFirst().fault()).isEqualTo(PayloadFault.NOT_SPARKPLUG);
    assertThat(SparkplugTopic.of("spBv1.0/g/NCMD/n")).isEmpty();
    assertThat(SparkplugTopic.of("spBv1.0/g/NDATA/n/d")).isEmpty();
  }

  @Property(tries = 300)
  void D02_a_damaged_message_never_throws(@ForAll long seed) throws Exception {
    byte[] bytes =
        bytes(
            payload(1)
                .addMetric(metric("a.p", MetricDataType.Double, 1.0))
                .addMetric(metric("a.t", MetricDataType.String, "text"))
                .createPayload());
    var random = new Random(seed);
    for (int i = 0; i < 4; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    ReadingPayload live = new SparkplugSession().take(topic("NDATA", ""), bytes, NOW_us).live();
    assertThat(live.indexes()).hasSameSizeAs(live.readings());
  }

  private void born() throws Exception {
    send(
        "NBIRTH",
        payload(0)
            .addMetric(metric("bdSeq", MetricDataType.Int64, 3L))
            .addMetric(
                new MetricBuilder("a.p", MetricDataType.Double, 1.0)
                    .alias(7L)
                    .timestamp(new Date(TIME_ms))
                    .createMetric())
            .createPayload());
  }

  private static SparkplugBPayload death(long bdSeq) throws Exception {
    return new SparkplugBPayloadBuilder()
        .addMetric(metric("bdSeq", MetricDataType.Int64, bdSeq))
        .createPayload();
  }

  private Taken send(String kind, SparkplugBPayload payload) throws Exception {
    return send(kind, "", payload);
  }

  private Taken send(String kind, String device, SparkplugBPayload payload) throws Exception {
    return session.take(topic(kind, device), bytes(payload), NOW_us);
  }

  private static SparkplugTopic topic(String kind, String device) {
    String end = device.isEmpty() ? "" : "/" + device;
    return SparkplugTopic.of("spBv1.0/g/" + kind + "/n" + end).orElseThrow();
  }

  static byte[] bytes(SparkplugBPayload payload) throws Exception {
    return new SparkplugBPayloadEncoder().getBytes(payload, false);
  }

  private static SparkplugBPayloadBuilder payload(long seq) {
    return new SparkplugBPayloadBuilder(seq).setTimestamp(new Date(TIME_ms));
  }

  private static org.eclipse.tahu.message.model.Metric metric(
      String name, MetricDataType type, @Nullable Object value) throws Exception {
    return new MetricBuilder(name, type, value).timestamp(new Date(TIME_ms)).createMetric();
  }

  private static org.eclipse.tahu.message.model.Metric aliased(
      long alias, MetricDataType type, Object value) throws Exception {
    Object fitting = value instanceof Integer whole ? (Object) (double) whole : value;
    return new MetricBuilder(alias, type, fitting).timestamp(new Date(TIME_ms)).createMetric();
  }

  private static PropertyValue<PropertyDataType> quality(int value) throws Exception {
    return new PropertyValue<>(PropertyDataType.Int32, value);
  }
}
