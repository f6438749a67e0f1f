package org.ronghe.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.ronghe.engines.alarm.AlarmEngine;
import org.ronghe.engines.alarm.AlarmRule;
import org.ronghe.engines.alarm.AlarmRule.Side;
import org.ronghe.engines.alarm.Delays;
import org.ronghe.engines.alarm.Settings;
import org.ronghe.model.device.Device;
import org.ronghe.model.device.DeviceGate;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.series.SeriesSettings;
import org.ronghe.series.questdb.QuestDbReadingRoom;
import org.ronghe.sources.mqtt.MqttBroker;
import org.ronghe.sources.mqtt.MqttSettings;

/// The way of a reading without the rest of a county: MQTT broker, reading store on disk with sync
/// on, alarm engine with two limits for each of 20,000 points. Prints its port and stays.
///
/// `LoadHost FOLDER [PORT] [nosync]`; device `load`, password `load`, points `B.0` to `B.19999`.
public final class LoadHost {
  private static final int POINTS = 20_000;

  private LoadHost() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    boolean sync = args.length < 3 || !args[2].equals("nosync");
    List<MeasuringPoint> points = new ArrayList<>();
    Map<String, List<AlarmRule>> rules = new HashMap<>();
    for (int i = 0; i < POINTS; i++) {
      MeasuringPoint point = point("B." + i);
      points.add(point);
      rules.put(
          point.id(),
          List.of(
              new AlarmRule.Limit("high-high", Side.HIGH, 1_000, 1, Delays.NONE),
              new AlarmRule.Limit("low", Side.LOW, -1_000, 1, Delays.NONE)));
    }
    var engine = new AlarmEngine(rules, Settings.STANDARD);
    var room =
        new QuestDbReadingRoom(folder.resolve("series"), SeriesSettings.standard().withSync(sync));
    room.know(points);
    room.listen(readings -> readings.forEach(engine::accept));
    var broker =
        MqttBroker.start(
            new MqttSettings("127.0.0.1", port, folder.resolve("mqtt"), null),
            gate(),
            room.intake(),
            InstantSource.system());
    System.out.println("port " + broker.port());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              broker.close();
              room.close();
            }));
    new CountDownLatch(1).await();
  }

  private static DeviceGate gate() {
    var device = new Device("load", List.of("B.*"), true);
    return new DeviceGate() {
      @Override
      public Optional<Device> byPassword(String name, String password) {
        return name.equals("load") && password.equals("load")
            ? Optional.of(device)
            : Optional.empty();
      }

      @Override
      public Optional<Device> byCertificate(String sha256Fingerprint) {
        return Optional.empty();
      }
    };
  }

  private static MeasuringPoint point(String id) {
    return new MeasuringPoint(
        id,
        id,
        Utility.WATER,
        new PointOwner(PointOwner.OwnerKind.NODE, "N1", 0),
        null,
        "pressure",
        "kPa",
        ValueKind.NUMBER,
        List.of(),
        null,
        null,
        60,
        RetentionClass.NORMAL,
        new GeometryFactory().createPoint(new Coordinate(113, 36)),
        new Provenance("made for the load test", "2026", "CC0-1.0", true));
  }
}
