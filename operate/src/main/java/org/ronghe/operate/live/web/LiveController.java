package org.ronghe.operate.live.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.operate.live.LiveRequest;
import org.ronghe.operate.live.LiveRoom;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@PreAuthorize("hasRole('VIEWER')")
class LiveController {
  private final LiveRoom room;

  LiveController(LiveRoom room) {
    this.room = room;
  }

  /// Server-sent events: `hello`, `readings`, `alarm`, `rates`.
  @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> live(
      @RequestParam(defaultValue = "") Set<String> points,
      @RequestParam(name = "tunnel", defaultValue = "") Set<String> tunnels,
      @RequestParam(name = "utility", defaultValue = "") Set<String> utilities,
      @RequestParam(defaultValue = "false") boolean alarms,
      @RequestParam(defaultValue = "false") boolean rates,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
    LiveRequest request = new LiveRequest(points, tunnels, utilities, alarms, rates, lastEventId);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(room.open(request));
  }
}
