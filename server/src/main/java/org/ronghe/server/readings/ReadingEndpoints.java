package org.ronghe.server.readings;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.device.Device;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Micros;
import org.ronghe.model.reading.Reading;
import org.ronghe.model.reading.Receipt;
import org.ronghe.office.device.DeviceRegister;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.CurrentUser;
import org.ronghe.series.ReadingHistory;
import org.ronghe.series.ReadingStore;
import org.ronghe.series.export.ReadingExport;
import org.ronghe.sources.payload.CsvPayload;
import org.ronghe.sources.payload.JsonPayload;
import org.ronghe.sources.payload.ReadingDoor;
import org.ronghe.sources.payload.ReadingPayload;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The HTTP door: devices send readings and read their own points back, staff read all.
@RestController
class ReadingEndpoints {
  private static final int MOST = 100_000;
  private static final int PAGE = 10_000;
  private static final MediaType PARQUET = new MediaType("application", "vnd.apache.parquet");

  private final ReadingStore store;
  private final DeviceRegister devices;
  private final KnownPoints points;
  private final Clock clock;
  private final ReadingDoor door;

  ReadingEndpoints(ReadingStore store, DeviceRegister devices, KnownPoints points, Clock clock) {
    this.store = store;
    this.devices = devices;
    this.points = points;
    this.clock = clock;
    this.door = new ReadingDoor(store.intake());
  }

  /// Answers once all that is kept is on disk.
  @PostMapping("/api/v1/readings")
  @PreAuthorize("hasRole('DEVICE')")
  CompletionStage<ResponseEntity<Receipt>> take(
      @RequestBody byte[] body,
      @org.springframework.web.bind.annotation.RequestHeader("Content-Type") MediaType type) {
    Device device = device();
    long now_us = Micros.of(clock.instant());
    ReadingPayload payload =
        type.getSubtype().equalsIgnoreCase("csv")
            ? CsvPayload.read(body, now_us)
            : JsonPayload.read(body, now_us);
    return door.accept(device, Batch.Door.HTTP, payload, now_us)
        .thenApply(receipt -> {
          boolean nothingKept =
              receipt.rejected() > 0
                  && receipt.stored()
                          + receipt.duplicate()
                          + receipt.flagged()
                          + receipt.quarantined()
                      == 0;
          return ResponseEntity.status(nothingKept ? 422 : 200).body(receipt);
        });
  }

  /// A page of readings of one point by source time, `from` inclusive, `to` exclusive.
  @GetMapping("/api/v1/points/{id}/readings")
  @PreAuthorize("hasAnyRole('VIEWER', 'DEVICE')")
  Page give(
      @PathVariable String id,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor,
      Authentication authentication) {
    check(id, limit, authentication);
    if (!format.equals("json")) {
      throw Problem.badRequest(
          "format", "format 须是 json、csv 或 parquet。", "format must be json, csv or parquet.");
    }
    int count = limit == null ? PAGE : limit;
    var page = store.history().range(id, since(from), until(to), cursor, count, null);
    return new Page(id, page.readings().stream().map(Shown::of).toList(), page.next());
  }

  /// The same as CSV; all of them when there is no `limit`.
  @GetMapping(path = "/api/v1/points/{id}/readings", params = "format=csv")
  @PreAuthorize("hasAnyRole('VIEWER', 'DEVICE')")
  ResponseEntity<StreamingResponseBody> giveCsv(
      @PathVariable String id,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor,
      Authentication authentication) {
    check(id, limit, authentication);
    StreamingResponseBody body =
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          writeCsv(writer, id, since(from), until(to), cursor, limit);
          writer.flush();
        };
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"" + id + ".csv\"")
        .body(body);
  }

  /// All of them as an Apache Parquet file; its metadata, and its name, say whether the point is
  /// synthetic.
  @GetMapping(path = "/api/v1/points/{id}/readings", params = "format=parquet")
  @PreAuthorize("hasAnyRole('VIEWER', 'DEVICE')")
  ResponseEntity<StreamingResponseBody> giveParquet(
      @PathVariable String id,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      Authentication authentication) {
    check(id, null, authentication);
    MeasuringPoint point =
        points
            .byId(id)
            .orElseThrow(() ->
                Problem.notFound(
                    "no-such-point",
                    "县里已没有测点 " + id + "，其单位未知。",
                    "The county no longer has the point " + id + ": its unit is unknown."));
    ReadingExport export = new ReadingExport(store.history());
    long from_us = since(from);
    long to_us = until(to);
    StreamingResponseBody body = out -> export.parquet(point, from_us, to_us, out);
    String mark = point.provenance().synthetic() ? "-synthetic" : "";
    return ResponseEntity.ok()
        .contentType(PARQUET)
        .header("Content-Disposition", "attachment; filename=\"" + id + mark + ".parquet\"")
        .body(body);
  }

  private static long since(@Nullable Instant from) {
    return from == null ? 0 : Micros.of(from);
  }

  private long until(@Nullable Instant to) {
    return Micros.of(to == null ? clock.instant().plusSeconds(86_400) : to);
  }

  private void writeCsv(
      Writer out,
      String id,
      long from_us,
      long to_us,
      @Nullable String cursor,
      @Nullable Integer limit)
      throws IOException {
    ReadingHistory history = store.history();
    out.write("point,time,value,quality\n");
    String after = cursor;
    long left = limit == null ? Long.MAX_VALUE : limit;
    do {
      int count = (int) Math.min(PAGE, left);
      var page = history.range(id, from_us, to_us, after, count, null);
      for (Reading reading : page.readings()) {
        out.write(id);
        out.write(',');
        out.write(Micros.instant(reading.sourceTime_us()).toString());
        out.write(',');
        out.write(Double.isNaN(reading.value()) ? "" : Times.plain(reading.value()));
        out.write(',');
        out.write(reading.quality().code());
        out.write('\n');
      }
      left -= page.readings().size();
      after = page.next();
    } while (after != null && left > 0);
  }

  private void check(String id, @Nullable Integer limit, Authentication authentication) {
    if (!MeasuringPoint.isId(id)) {
      throw Problem.badRequest("point-id", "测点编号无效。", "This is no point id.");
    }
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw Problem.badRequest(
          "limit", "limit 须在 1 到 " + MOST + " 之间。", "limit must be between 1 and " + MOST + ".");
    }
    boolean isDevice =
        authentication.getAuthorities().stream()
            .anyMatch(authority -> "ROLE_DEVICE".equals(authority.getAuthority()));
    if (isDevice && !device().owns(id)) {
      throw Problem.forbidden(
          "not-your-point", "该测点不属于本设备。", "The point does not belong to this device.");
    }
    if (!points.isKnown(id) && store.history().latest(List.of(id)).isEmpty()) {
      throw Problem.notFound("no-such-point", "没有测点 " + id + "。", "There is no point " + id + ".");
    }
  }

  private Device device() {
    return devices
        .byName(CurrentUser.name())
        .orElseThrow(() ->
            Problem.forbidden("no-such-device", "设备已停用或移除。", "The device is disabled or removed."));
  }

  record Page(String point, List<Shown> readings, @Nullable String next) {}

  record Shown(String time, String received, @Nullable Double value, String quality) {
    static Shown of(Reading reading) {
      return new Shown(
          Micros.instant(reading.sourceTime_us()).toString(),
          Micros.instant(reading.receiveTime_us()).toString(),
          Double.isNaN(reading.value()) ? null : reading.value(),
          reading.quality().code());
    }
  }
}
