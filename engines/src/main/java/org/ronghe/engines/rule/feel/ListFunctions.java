package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Builtins.Builtin;

/// Built-in functions on lists.
final class ListFunctions {
  private ListFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "list contains",
            a -> a[0] == null ? null : contains(Values.list(a[0]), a[1]),
            "list, element"),
        Builtin.of(
            "count",
            a -> a[0] == null ? null : BigDecimal.valueOf(Values.list(a[0]).size()),
            "list"),
        many("min", list -> extreme(list, -1)),
        many("max", list -> extreme(list, 1)),
        many("sum", Statistics::sum),
        many("product", Statistics::product),
        many("mean", Statistics::mean),
        many("median", Statistics::median),
        many("stddev", Statistics::deviation),
        many("mode", Statistics::mode),
        many("all", list -> junction(list, false)),
        many("any", list -> junction(list, true)),
        Builtin.of(
            "sublist",
            ListFunctions::sublist,
            "list, start position",
            "list, start position, length"),
        Builtin.of("append", ListFunctions::append, "list, item..."),
        Builtin.of("concatenate", a -> joined(a, false), "list..."),
        Builtin.of("union", a -> joined(a, true), "list..."),
        Builtin.of(
            "distinct values", a -> a[0] == null ? null : distinct(Values.list(a[0])), "list"),
        Builtin.of("insert before", a -> insert(a[0], a[1], a[2]), "list, position, newItem"),
        Builtin.of("remove", a -> remove(a[0], a[1]), "list, position"),
        Builtin.of(
            "list replace",
            a -> replace(a[0], a[1], a[2]),
            "list, position, newItem",
            "list, match, newItem"),
        Builtin.of("reverse", a -> a[0] == null ? null : Values.list(a[0]).reversed(), "list"),
        Builtin.of(
            "index of", a -> a[0] == null ? null : indexes(Values.list(a[0]), a[1]), "list, match"),
        Builtin.of(
            "flatten",
            a -> a[0] == null ? null : flat(Values.list(a[0]), new ArrayList<>()),
            "list"),
        Builtin.of("sort", a -> sort(a[0], a.length == 2 ? a[1] : null), "list, precedes", "list"));
  }

  private interface OfList {
    @Nullable Object apply(List<@Nullable Object> list);
  }

  /// A function of a list, or of its items as arguments.
  private static Builtin many(String name, OfList with) {
    return Builtin.of(
        name,
        a -> {
          if (a.length == 1 && a[0] == null) {
            return null;
          }
          return with.apply(a.length == 1 ? Values.list(a[0]) : Arrays.asList(a));
        },
        "list",
        "item...");
  }

  static boolean contains(List<@Nullable Object> list, @Nullable Object value) {
    for (Object one : list) {
      if (Boolean.TRUE.equals(Values.equal(one, value))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object extreme(List<@Nullable Object> list, int sign) {
    Object best = null;
    for (Object one : list) {
      Integer order = best == null ? Values.compare(one, one) : Values.compare(one, best);
      if (order == null) {
        return null;
      }
      if (best == null || order * sign > 0) {
        best = one;
      }
    }
    return best;
  }

  private static @Nullable Object junction(List<@Nullable Object> list, boolean any) {
    boolean unknown = false;
    for (Object one : list) {
      if (one != null && !(one instanceof Boolean)) {
        return null;
      }
      if (one == null) {
        unknown = true;
      } else if ((Boolean) one == any) {
        return any;
      }
    }
    return unknown ? null : !any;
  }

  private static @Nullable Object sublist(@Nullable Object[] a) {
    Integer start = Values.whole(a[1]);
    if (a[0] == null || start == null || start == 0) {
      return null;
    }
    List<@Nullable Object> list = Values.list(a[0]);
    int begin = start > 0 ? start - 1 : list.size() + start;
    int end = list.size();
    if (a.length == 3) {
      Integer length = Values.whole(a[2]);
      if (length == null || length < 1) {
        return null;
      }
      end = begin + length;
    }
    return begin < 0 || begin >= list.size() || end > list.size()
        ? null
        : new ArrayList<>(list.subList(begin, end));
  }

  private static @Nullable Object append(@Nullable Object[] a) {
    if (a[0] == null) {
      return null;
    }
    List<@Nullable Object> result = new ArrayList<>(Values.list(a[0]));
    result.addAll(Arrays.asList(a).subList(1, a.length));
    return result;
  }

  private static @Nullable Object joined(@Nullable Object[] a, boolean distinct) {
    List<@Nullable Object> result = new ArrayList<>();
    for (Object one : a) {
      if (one == null) {
        return null;
      }
      result.addAll(Values.list(one));
    }
    return distinct ? distinct(result) : result;
  }

  private static List<@Nullable Object> distinct(List<@Nullable Object> list) {
    List<@Nullable Object> result = new ArrayList<>();
    for (Object one : list) {
      if (!contains(result, one)) {
        result.add(one);
      }
    }
    return result;
  }

  /// The place from 0 that a position from 1, or from -1 at the end, means; -1 for none.
  private static int place(List<?> list, @Nullable Object position) {
    Integer at = Values.whole(position);
    if (at == null || at == 0 || Math.abs(at) > list.size()) {
      return -1;
    }
    return at > 0 ? at - 1 : list.size() + at;
  }

  private static @Nullable Object insert(
      @Nullable Object of, @Nullable Object position, @Nullable Object item) {
    if (of == null) {
      return null;
    }
    List<@Nullable Object> list = new ArrayList<>(Values.list(of));
    int at = place(list, position);
    if (at < 0) {
      return null;
    }
    list.add(at, item);
    return list;
  }

  private static @Nullable Object remove(@Nullable Object of, @Nullable Object position) {
    if (of == null) {
      return null;
    }
    List<@Nullable Object> list = new ArrayList<>(Values.list(of));
    int at = place(list, position);
    if (at < 0) {
      return null;
    }
    list.remove(at);
    return list;
  }

  private static @Nullable Object replace(
      @Nullable Object of, @Nullable Object where, @Nullable Object item) {
    if (of == null) {
      return null;
    }
    List<@Nullable Object> list = new ArrayList<>(Values.list(of));
    if (where instanceof FeelFunction match) {
      if (match.parameters().size() != 2) {
        return null;
      }
      for (int i = 0; i < list.size(); i++) {
        Object yes = match.invoke(new @Nullable Object[] {list.get(i), item});
        if (!(yes instanceof Boolean)) {
          return null;
        }
        if ((Boolean) yes) {
          list.set(i, item);
        }
      }
      return list;
    }
    int at = where instanceof BigDecimal n ? place(list, n.setScale(0, RoundingMode.DOWN)) : -1;
    if (at < 0) {
      return null;
    }
    list.set(at, item);
    return list;
  }

  private static List<@Nullable Object> indexes(
      List<@Nullable Object> list, @Nullable Object match) {
    List<@Nullable Object> result = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (Boolean.TRUE.equals(Values.equal(list.get(i), match))) {
        result.add(BigDecimal.valueOf(i + 1L));
      }
    }
    return result;
  }

  private static List<@Nullable Object> flat(
      List<@Nullable Object> list, List<@Nullable Object> into) {
    for (Object one : list) {
      if (one instanceof List<?>) {
        flat(Values.list(one), into);
      } else {
        into.add(one);
      }
    }
    return into;
  }

  private static @Nullable Object sort(@Nullable Object of, @Nullable Object precedes) {
    if (of == null) {
      return null;
    }
    List<@Nullable Object> list = new ArrayList<>(Values.list(of));
    if (precedes == null) {
      for (Object one : list) {
        if (Values.compare(one, list.getFirst()) == null) {
          return null;
        }
      }
      list.sort(
          (left, right) -> java.util.Objects.requireNonNullElse(Values.compare(left, right), 0));
      return list;
    }
    if (!(precedes instanceof FeelFunction before) || before.parameters().size() != 2) {
      return null;
    }
    return merged(list, before);
  }

  /// A merge sort of our own: it needs one question an item and no consistent order.
  private static List<@Nullable Object> merged(List<@Nullable Object> list, FeelFunction before) {
    if (list.size() < 2) {
      return list;
    }
    int middle = list.size() / 2;
    List<@Nullable Object> left = merged(new ArrayList<>(list.subList(0, middle)), before);
    List<@Nullable Object> right =
        merged(new ArrayList<>(list.subList(middle, list.size())), before);
    List<@Nullable Object> result = new ArrayList<>(list.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      boolean rightFirst =
          Boolean.TRUE.equals(before.invoke(new @Nullable Object[] {right.get(j), left.get(i)}));
      result.add(rightFirst ? right.get(j++) : left.get(i++));
    }
    result.addAll(left.subList(i, left.size()));
    result.addAll(right.subList(j, right.size()));
    return Collections.unmodifiableList(result);
  }
}
