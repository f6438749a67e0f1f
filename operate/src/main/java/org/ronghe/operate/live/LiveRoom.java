package org.ronghe.operate.live;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.problem.Problem;
import org.ronghe.operate.alarm.AlarmDesk;
import org.ronghe.operate.atlas.Atlas;
import org.ronghe.operate.atlas.AtlasKeeper;
import org.ronghe.operate.atlas.UtilityCode;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Opens a live stream for each browser that watches.
@Component
public class LiveRoom implements DisposableBean {
  private static final long NO_TIMEOUT = 0;
  private static final int MOST_STREAMS = 500;

  private final LiveBoard board;
  private final AlarmDesk alarms;
  private final RateBoard rates;
  private final AtlasKeeper keeper;
  private final Clock clock;
  private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

  LiveRoom(LiveBoard board, AlarmDesk alarms, RateBoard rates, AtlasKeeper keeper, Clock clock) {
    this.board = board;
    this.alarms = alarms;
    this.rates = rates;
    this.keeper = keeper;
    this.clock = clock;
  }

  /// A stream of what the request asks for; its first event is `hello`.
  public SseEmitter open(LiveRequest request) {
    if (open.size() >= MOST_STREAMS) {
      throw Problem.conflict(
          "too-many-streams",
          "同时观看的页面太多，请关闭一些页面再试",
          "Too many pages are watching; close some and try again");
    }
    Set<String> points = points(request);
    SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    AlarmDesk.Ear ear = request.alarms() ? alarms.listen(request.lastEventId()) : null;
    LiveStream stream =
        new LiveStream(emitter, board.watch(points), ear, request.rates() ? rates : null, clock);
    open.add(emitter);
    Thread.ofVirtual()
        .name("live")
        .start(() -> {
          try {
            stream.run();
          } finally {
            open.remove(emitter);
          }
        });
    return emitter;
  }

  /// Ends all streams, so that a shutdown does not wait for browsers.
  @Override
  public void destroy() {
    open.forEach(SseEmitter::complete);
  }

  /// The points that a stream of this request carries.
  Set<String> points(LiveRequest request) {
    Set<String> wanted = new HashSet<>(request.points());
    keeper.atlas().ifPresent(atlas -> addScopes(atlas, request, wanted));
    return wanted;
  }

  private static void addScopes(Atlas atlas, LiveRequest request, Set<String> wanted) {
    request.tunnels().forEach(tunnel -> add(atlas.pointsOfTunnel(tunnel), wanted));
    for (String code : request.utilities()) {
      Utility utility = UtilityCode.read(code);
      if (utility != null) {
        add(atlas.pointsOfUtility(utility), wanted);
      }
    }
  }

  private static void add(List<MeasuringPoint> points, Set<String> wanted) {
    points.forEach(point -> wanted.add(point.id()));
  }
}
