package org.ronghe.sources.county.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ronghe.model.division.DivisionKind;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;
import org.ronghe.model.people.Sex;
import org.ronghe.model.point.PointOwner.OwnerKind;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.tunnel.CompartmentKind;

/// The words a field can hold: our code (`village-committee`) or what the trade calls it in Chinese
/// (`村委会`).
final class Choices<E extends Enum<E>> {
  static final Choices<DivisionLevel> LEVEL = of(DivisionLevel.values(), "省级 地级 县级 乡级 村级");
  static final Choices<DivisionKind> DIVISION_KIND =
      of(DivisionKind.values(), "省 地级市 县 市辖区 街道 镇 乡 村委会 居委会 虚拟")
          .also("县级市", DivisionKind.COUNTY)
          .also("类似乡级单位(开发区等)", DivisionKind.VIRTUAL)
          .also("类似村级单位(虚拟社区/虚拟生活区)", DivisionKind.VIRTUAL);
  static final Choices<Sex> SEX = of(Sex.values(), "女 男 合计");
  static final Choices<Utility> UTILITY =
      of(Utility.values(), "供水 污水 排水 燃气 供热 供电 通信 管廊")
          .also("给水", Utility.WATER)
          .also("雨水", Utility.DRAINAGE)
          .also("热力", Utility.HEAT)
          .also("电力", Utility.POWER);
  static final Choices<NodeKind> NODE_KIND =
      of(NodeKind.values(), "连接点 检查井 阀门 泵 水源 水箱 计量表 站 用户 排放口");
  static final Choices<CompartmentKind> COMPARTMENT_KIND =
      of(CompartmentKind.values(), "综合舱 电力舱 燃气舱 污水舱 热力舱");
  static final Choices<OwnerKind> OWNER_KIND = of(OwnerKind.values(), "分区 设备 管段 节点 设施 地点");
  static final Choices<ValueKind> VALUE_KIND = of(ValueKind.values(), "数值 开关 状态");
  static final Choices<RetentionClass> RETENTION = of(RetentionClass.values(), "短 一般 长");

  private final List<String> codes;
  private final Map<String, E> words = new HashMap<>();

  private Choices(List<String> codes) {
    this.codes = codes;
  }

  private static <E extends Enum<E>> Choices<E> of(E[] values, String chinese) {
    Choices<E> choices = new Choices<>(Stream.of(values).map(Choices::code).toList());
    String[] names = chinese.split(" ");
    for (int i = 0; i < values.length; i++) {
      choices.words.put(code(values[i]), values[i]);
      choices.words.put(names[i], values[i]);
    }
    return choices;
  }

  private Choices<E> also(String word, E value) {
    words.put(word, value);
    return this;
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<E> find(String word) {
    return Optional.ofNullable(words.get(word.toLowerCase(Locale.ROOT)));
  }

  /// Our codes, in order.
  List<String> codes() {
    return codes;
  }

  /// Every word that is understood.
  Set<String> words() {
    return words.keySet();
  }
}
