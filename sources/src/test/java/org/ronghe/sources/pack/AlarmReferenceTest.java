package org.ronghe.sources.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;

/// `docs/reference/alarms.md` is written from the packs. When a pack has changed, write it anew
/// with `mvn -pl sources -am test -Dtest=AlarmReferenceTest -Dronghe.docs=write
/// -Dsurefire.failIfNoSpecifiedTests=false`.
class AlarmReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "alarms.md");

  @Test
  void thePageSaysWhatThePacksSay() throws IOException {
    String page = page(PackReader.read(PacksTest.PACKS));
    if ("write".equals(System.getProperty("ronghe.docs"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  private static String page(PackFolder folder) {
    return """
    # 报警参考 · Alarm reference

    由领域包生成，请勿手改。Written from `packs/` by a test; do not edit.

    优先级 priority: 1 紧急 urgent, 2 高 high, 3 中 medium, 4 低 low. \
    延时 delays: on/off, 秒 s. 示例 = 起步设置，无标准条文 a starting setting, not from a standard.
    """
        + folder.packs().stream().map(AlarmReferenceTest::pack).collect(Collectors.joining());
  }

  private static String pack(Pack pack) {
    return "\n## "
        + pack.name().zh()
        + " · "
        + pack.name().en()
        + "\n"
        + pack.profiles().stream().map(AlarmReferenceTest::profile).collect(Collectors.joining());
  }

  private static String profile(Profile profile) {
    StringBuilder text = new StringBuilder();
    text.append(
        "\n### `%s` %s · %s".formatted(profile.id(), profile.name().zh(), profile.name().en()));
    text.append(profile.unit().isEmpty() ? "" : " (" + profile.unit() + ")");
    text.append("\n\n%s · %s\n".formatted(profile.source().zh(), profile.source().en()));
    if (!profile.states().isEmpty()) {
      text.append("\n状态 states:");
      for (int i = 0; i < profile.states().size(); i++) {
        text.append(
            " %d %s %s%s"
                .formatted(
                    i,
                    profile.states().get(i).zh(),
                    profile.states().get(i).en(),
                    i + 1 < profile.states().size() ? "," : ".\n"));
      }
    }
    for (AlarmDeclaration alarm : profile.alarms()) {
      text.append(alarm(profile, alarm));
    }
    return text.toString();
  }

  private static String alarm(Profile profile, AlarmDeclaration alarm) {
    String delays =
        alarm.onDelay_s() == 0 && alarm.offDelay_s() == 0
            ? ""
            : ", 延时 delay %s/%s s".formatted(number(alarm.onDelay_s()), number(alarm.offDelay_s()));
    return """

    **`%s`** 优先级 %d · %s · %s
    - 条件 condition: %s%s
    - 原因 cause: %s %s
    - 后果 consequence: %s %s
    - 处置 response: %s %s
    - 依据 clause: %s
    """
        .formatted(
            profile.ruleId(alarm),
            alarm.priority(),
            alarm.name().zh(),
            alarm.name().en(),
            condition(alarm.condition(), profile),
            delays,
            alarm.cause().zh(),
            alarm.cause().en(),
            alarm.consequence().zh(),
            alarm.consequence().en(),
            alarm.response().zh(),
            alarm.response().en(),
            alarm.clause());
  }

  private static String condition(Condition condition, Profile profile) {
    String unit = profile.unit().isEmpty() ? "" : " " + profile.unit();
    return switch (condition) {
      case Condition.Limit limit ->
          "%s %s%s, 回差 band %s"
              .formatted(
                  limit.level().isHigh() ? ">" : "<",
                  number(limit.limit()),
                  unit,
                  number(limit.hysteresis()));
      case Condition.Rate rate ->
          "变化率 rate (%s) > %s%s / %s s, 窗口 window %s s"
              .formatted(
                  switch (rate.direction()) {
                    case RISING -> "上升 rising";
                    case FALLING -> "下降 falling";
                    case EITHER -> "升或降 either way";
                  },
                  number(rate.limit()),
                  unit,
                  number(rate.per_s()),
                  number(rate.window_s()));
      case Condition.SetpointDeviation deviation ->
          "偏离 away from %s by > %s%s"
              .formatted(number(deviation.setpoint()), number(deviation.limit()), unit);
      case Condition.MeanDeviation deviation ->
          "偏离滑动均值 away from the moving mean (%s s) by > %s%s"
              .formatted(number(deviation.meanWindow_s()), number(deviation.limit()), unit);
      case Condition.State state ->
          "状态 state "
              + state.codes().stream()
                  .map(code -> profile.states().get(code))
                  .map(words -> words.zh() + " " + words.en())
                  .collect(Collectors.joining(", "));
      case Condition.Stale stale ->
          "无有效数据超过预期间隔的 %s 倍 no usable reading for %s × the expected interval"
              .formatted(number(stale.factor()), number(stale.factor()));
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
