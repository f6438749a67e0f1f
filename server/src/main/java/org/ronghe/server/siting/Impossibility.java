package org.ronghe.server.siting;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronghe.engines.site.SiteAnswer.Impossible;

/// Why there is no answer, in words.
///
/// @param code stable, lower-case with `-`
public record Impossibility(String code, String zh, String en) {
  private static final int NAMED = 10;

  public static Impossibility of(Impossible why, SiteSheet.Names names) {
    return switch (why.reason()) {
      case TOO_FEW_SITES ->
          new Impossibility(
              "too-few-sites",
              "可选的地点只有 " + why.needed() + " 个，少于 --p。",
              "Only " + why.needed() + " places may be sites, fewer than --p asks for.");
      case TOO_MANY_KEPT ->
          new Impossibility(
              "too-many-kept",
              "必须保留的地点有 " + why.needed() + " 个，多于 --p。",
              why.needed() + " sites are to be kept, more than --p allows.");
      case OUT_OF_REACH -> {
        String some =
            Arrays.stream(why.demands())
                .limit(NAMED)
                .mapToObj(i -> String.valueOf(names.demands().get(i)))
                .collect(Collectors.joining(", "));
        String more = why.demands().length > NAMED ? ", …" : "";
        yield new Impossibility(
            "out-of-reach",
            "有 " + why.demands().length + " 处没有任何可选地点能到：" + some + more + "。",
            why.demands().length + " places are reached by no site: " + some + more + ".");
      }
      case NEEDS_MORE_SITES ->
          new Impossibility(
              "needs-more-sites",
              "要让各处都能到，至少要 " + why.needed() + " 个地点。",
              "To reach every place at all takes at least " + why.needed() + " sites.");
    };
  }

  public Map<String, String> members() {
    return Map.of("code", code, "zh", zh, "en", en);
  }
}
